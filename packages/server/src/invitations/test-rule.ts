/** For tests: a rule with something of everything. */
import type { InvitationRule } from '@goalpost/contract/chat';

export function testRule(changes: Partial<InvitationRule> = {}): InvitationRule {
  return {
    id: 'rule-1',
    counterId: 7,
    name: 'Help on the cart',
    enabled: true,
    priority: 0,
    join: 'all',
    conditions: [{ on: 'time_on_page', seconds: 10 }],
    frequency: 'visit',
    action: 'message',
    author: 'Anna',
    texts: ['Can I help?'],
    controlPercent: 0,
    schedule: null,
    ...changes,
  };
}
