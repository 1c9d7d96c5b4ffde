/** A rule as the form holds it, and as the API takes it. Pure. */
import type { InvitationRule, InvitationRuleInput, RuleCondition } from '@goalpost/contract/chat';

export type ConditionKind = RuleCondition['on'];

/** In the order in which they are offered. */
export const CONDITION_KINDS = [
  'time_on_page',
  'time_on_site',
  'pages_seen',
  'page_url',
  'scroll',
  'exit_intent',
  'cart',
  'source',
  'utm',
  'referrer',
  'visit_number',
  'goal',
  'device',
  'country',
  'language',
  'online',
  'since_closed',
  'since_invitation',
] as const satisfies readonly ConditionKind[];

const FRESH: { readonly [K in ConditionKind]: Extract<RuleCondition, { on: K }> } = {
  time_on_page: { on: 'time_on_page', seconds: 30 },
  time_on_site: { on: 'time_on_site', seconds: 120 },
  since_closed: { on: 'since_closed', seconds: 86_400 },
  since_invitation: { on: 'since_invitation', seconds: 86_400 },
  page_url: { on: 'page_url', op: 'contains', value: '' },
  referrer: { on: 'referrer', op: 'contains', value: '' },
  source: { on: 'source', any: [] },
  country: { on: 'country', any: [] },
  language: { on: 'language', any: [] },
  utm: { on: 'utm', field: 'campaign', value: '' },
  pages_seen: { on: 'pages_seen', atLeast: 3 },
  visit_number: { on: 'visit_number', atLeast: 2, atMost: null },
  device: { on: 'device', is: 'desktop' },
  scroll: { on: 'scroll', percent: 50 },
  goal: { on: 'goal', goalId: 0, reached: false },
  online: { on: 'online', is: true },
  exit_intent: { on: 'exit_intent' },
  cart: { on: 'cart', filled: true },
};

/** A condition of a kind, as it stands when it is added. */
export const newCondition = (on: ConditionKind): RuleCondition => FRESH[on];

export const NEW_RULE: InvitationRuleInput = {
  name: '',
  enabled: true,
  priority: 0,
  join: 'all',
  conditions: [
    { on: 'time_on_page', seconds: 30 },
    { on: 'online', is: true },
  ],
  frequency: 'day',
  action: 'message',
  author: '',
  texts: [''],
  controlPercent: 10,
  schedule: null,
};

/** @param page an address, or a part of one, that it is to be for */
export function newRule(page: string | undefined): InvitationRuleInput {
  if (page === undefined) return NEW_RULE;
  const there: RuleCondition = { on: 'page_url', op: 'contains', value: page };
  return { ...NEW_RULE, name: page.slice(0, 255), conditions: [there, ...NEW_RULE.conditions] };
}

export function inputOfRule({
  id: _id,
  counterId: _counterId,
  ...input
}: InvitationRule): InvitationRuleInput {
  return input;
}

/** What is wrong, by field: `name`, `texts.0`, `conditions.1`, `conditions`, `schedule`. */
export function ruleFaults(
  rule: InvitationRuleInput,
): Record<string, 'needName' | 'needText' | 'needValue' | 'needCondition' | 'needDays'> {
  const faults: ReturnType<typeof ruleFaults> = {};
  if (rule.name.trim() === '') faults['name'] = 'needName';
  if (rule.conditions.length === 0) faults['conditions'] = 'needCondition';
  for (const [index, condition] of rule.conditions.entries())
    if (!isWhole(condition)) faults[`conditions.${index}`] = 'needValue';
  if (rule.action !== 'hide')
    for (const [index, text] of rule.texts.entries())
      if (text.trim() === '') faults[`texts.${index}`] = 'needText';
  if (rule.schedule?.days.length === 0) faults['schedule'] = 'needDays';
  return faults;
}

function isWhole(condition: RuleCondition): boolean {
  if ('value' in condition) return condition.value.trim() !== '';
  if ('any' in condition) return condition.any.length > 0;
  return condition.on !== 'goal' || condition.goalId > 0;
}

/** As the API takes it: a rule that shows nothing still has a text, its name. */
export function readyRule(rule: InvitationRuleInput): InvitationRuleInput {
  const texts = rule.texts.map((text) => text.trim());
  return {
    ...rule,
    texts: rule.action === 'hide' && texts.every((text) => text === '') ? [rule.name] : texts,
  };
}
