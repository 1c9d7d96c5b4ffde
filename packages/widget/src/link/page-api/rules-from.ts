/** Rules that a page sets by script, in the server's form or the owner's. */
import type { RuleCondition, RuleForPage } from '@goalpost/contract/chat';
import { isServerCondition } from '@goalpost/contract/chat/rules';
import { bag, textOf } from '../../shared/globals.ts';

/** Null where it is no list of rules that can be understood. */
export function rulesFrom(value: unknown): RuleForPage[] | null {
  // `setRules([])` and `setRules({})` switch all off.
  const list = Array.isArray(value) ? value : Object.values(bag(value));
  const rules = list.filter((one) => bag(one)['enabled'] !== false).map(ruleFrom);
  return rules.every((rule) => rule !== null) ? rules : null;
}

const ACTIONS = ['message', 'open', 'offline_form', 'hide'] as const;
const FREQUENCIES = ['visit', 'day', 'ever'] as const;

function ruleFrom(value: unknown, index: number): RuleForPage | null {
  const given = bag(value);
  const { conditions } = given;
  const texts: unknown[] = Array.isArray(given['texts']) ? given['texts'] : [given['text']];
  const text = textOf(texts[0]).trim();
  const action = ACTIONS.find((one) => one === (given['action'] ?? 'message'));
  if (!action || (text === '' && action !== 'hide') || !Array.isArray(conditions)) return null;
  // What only the server knows it is not asked for here.
  const isOurs = (condition: unknown): boolean =>
    typeof bag(condition)['on'] === 'string' && !isServerCondition(condition as RuleCondition);
  if (!conditions.every(isOurs)) return null;
  const join = given['join'] === 'any' ? 'any' : 'all';
  return {
    id: `page.${textOf(given['id']) || index}`,
    priority: Number(given['priority']) || 0,
    join,
    conditions: [...(conditions as RuleCondition[]), ...whileOnline(conditions, action, join)],
    frequency: FREQUENCIES.find((one) => one === given['frequency']) ?? 'visit',
    action,
    author: textOf(given['author']),
    text,
    variant: 0,
    control: false,
  };
}

/**
 * No visitor is invited while all operators are away, unless the rule itself says what is to be so [C86]. Where one condition is
 * enough, one more would be enough, too.
 */
function whileOnline(
  conditions: readonly unknown[],
  action: RuleForPage['action'],
  join: RuleForPage['join'],
): RuleCondition[] {
  const isTalk = action === 'message' || action === 'open';
  const isSaid = conditions.some((one) => bag(one)['on'] === 'online');
  return isTalk && join === 'all' && !isSaid ? [{ on: 'online', is: true }] : [];
}
