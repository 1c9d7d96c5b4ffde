/** What the goals of contact data have in common: the kind of the field, filled in or sent [G48]. */
import { CONTACT_KINDS, type Condition } from '@goalpost/contract/goals';
import { anyOf } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import type { GoalMatcher, GoalType } from '../goal-type.ts';

type What = 'filled' | 'sent';
const SENT_AS = { filled: '0', sent: '1' } as const;
const KINDS: ReadonlySet<string> = new Set(CONTACT_KINDS);

export function onContact(what: What, conditions: readonly Condition[]): GoalMatcher {
  const wanted = conditions.length === 0 ? KINDS : new Set(conditions.map(({ url }) => url));
  return anyOf([
    ({ kind, done }) =>
      kind === 'contact' && done().part('s') === SENT_AS[what] && wanted.has(done().part('k')),
  ]);
}

const contact = (kind: string, sent: string): GoalFact => ({
  kind: 'contact',
  url: `contact://shop.example/?k=${kind}&s=${sent}`,
  page: 'https://shop.example/',
});

export function contactExamples(what: What): GoalType['examples'] {
  const right = SENT_AS[what];
  const wrong = SENT_AS[what === 'filled' ? 'sent' : 'filled'];
  return [
    {
      goal: { conditions: [{ type: 'contact', url: 'email' }], steps: [] },
      yes: [contact('email', right)],
      no: [contact('phone', right), contact('email', wrong), contact('', right)],
    },
    {
      goal: { conditions: [], steps: [] },
      yes: [contact('phone', right), contact('address', right)],
      no: [contact('phone', wrong), contact('card', right), contact('phone', '2')],
    },
  ];
}
