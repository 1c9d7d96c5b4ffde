/** Which stored hits can matter to a goal, as conditions of SQL over `hits`. */
import { FACTS, type FactName } from '@goalpost/contract/goals';
import { factsOf, GOAL_TYPES, type GoalDefinition } from '../../goals/index.ts';
import type { SqlParams } from '../../kit/olap.ts';

export interface WantedHits {
  readonly sql: string;
  readonly params: SqlParams;
}

/** Facts that are no kind of a hit but something that a hit of any kind carries. */
const CARRIED: Partial<Readonly<Record<FactName, string>>> = {
  params: `(kind = 'params' OR params != '')`,
  commerce: `ecommerce != ''`,
};
const KINDS: readonly FactName[] = FACTS.filter((fact) => fact !== 'other' && CARRIED[fact] === undefined);

/** A goal that is found by the names of events alone needs no other hits than these. */
export function wantedHits(goal: GoalDefinition): WantedHits {
  const identifiers = GOAL_TYPES[goal.type].identifiers(goal);
  if (identifiers !== null) {
    return { sql: `kind = 'event' AND identifier IN {identifiers:Array(String)}`, params: { identifiers } };
  }
  return factHits(goal);
}

/** Hits of the kinds that the goal looks at, whatever is in them. */
export function factHits(goal: GoalDefinition): WantedHits {
  const facts = factsOf(goal);
  if (FACTS.every((fact) => facts.has(fact))) return { sql: '1', params: {} };
  const kinds = KINDS.filter((kind) => facts.has(kind));
  const parts = [
    kinds.length > 0 ? 'kind IN {kinds:Array(String)}' : '',
    facts.has('other') ? 'kind NOT IN {known:Array(String)}' : '',
    ...[...facts].map((fact) => CARRIED[fact] ?? ''),
  ].filter((part) => part !== '');
  if (parts.length === 0) return { sql: '0', params: {} };
  return { sql: parts.join(' OR '), params: { kinds, known: [...KINDS, 'params'] } };
}
