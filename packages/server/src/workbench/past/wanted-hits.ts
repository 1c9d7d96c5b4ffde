/** Which stored hits can matter to a goal, as conditions of SQL over `hits`. */
import { FACTS, type FactName } from '@goalpost/contract/goals';
import { factsOf, GOAL_TYPES, type GoalDefinition } from '../../goals/index.ts';
import type { SqlParams } from '../../kit/olap.ts';

export interface WantedHits {
  readonly sql: string;
  readonly params: SqlParams;
}

const ALL = '1';

/** Facts that are no kind of a hit but something that a hit of any kind carries. */
const CARRIED: Partial<Readonly<Record<FactName, string>>> = {
  params: `(kind = 'params' OR params != '')`,
  commerce: `ecommerce != ''`,
};
const KINDS: readonly FactName[] = FACTS.filter((fact) => fact !== 'other' && CARRIED[fact] === undefined);

/** A goal that is found by the names of events alone needs no other hits than these, but for orders that name it. */
export function wantedHits(goal: GoalDefinition): WantedHits {
  const identifiers = GOAL_TYPES[goal.type].identifiers(goal);
  const { sql, params } =
    identifiers === null
      ? factHits(goal)
      : { sql: `kind = 'event' AND identifier IN {identifiers:Array(String)}`, params: { identifiers } };
  if (sql === ALL) return { sql, params };
  if (factsOf(goal).has('commerce')) return { sql: `${sql} OR ${ofVisits(ORDER)}`, params };
  // A new goal has no number yet that a page could name.
  if (goal.id <= 0) return { sql, params };
  const orders = `${ORDER} AND visitor_id IN (SELECT visitor_id FROM hits WHERE ${IN_PERIOD} AND ${NAMED})`;
  return { sql: `${sql} OR ${NAMED} OR ${ofVisits(orders)}`, params: { ...params, named: String(goal.id) } };
}

/** People's hits of the period. They stand at their arrival or before it. */
export const IN_PERIOD = `counter_id = {counter:UInt32} AND NOT is_robot
        AND at BETWEEN toDateTime({since:UInt32}, 'UTC') AND toDateTime({last:UInt32}, 'UTC')`;
const ORDER = `positionCaseInsensitive(ecommerce, 'purchase') > 0`;

/** What is said of products names the goal by its number [G51]. */
const NAMED = `(ecommerce != '' AND position(ecommerce, {named:String}) > 0)`;

/** All hits of visits with orders: by the latest of each it is known for how long its orders count once [G93]. */
const ofVisits = (orders: string): string =>
  `visit_id IN (SELECT visit_id FROM hits WHERE ${IN_PERIOD} AND ${orders})`;

/** Hits of the kinds that the goal looks at, whatever is in them. */
export function factHits(goal: GoalDefinition): WantedHits {
  const facts = factsOf(goal);
  if (FACTS.every((fact) => facts.has(fact))) return { sql: ALL, params: {} };
  const kinds = KINDS.filter((kind) => facts.has(kind));
  const parts = [
    kinds.length > 0 ? 'kind IN {kinds:Array(String)}' : '',
    facts.has('other') ? 'kind NOT IN {known:Array(String)}' : '',
    ...[...facts].map((fact) => CARRIED[fact] ?? ''),
  ].filter((part) => part !== '');
  if (parts.length === 0) return { sql: '0', params: {} };
  return { sql: parts.join(' OR '), params: { kinds, known: [...KINDS, 'params'] } };
}
