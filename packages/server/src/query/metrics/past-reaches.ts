/** What a backfill found of a goal, beside what was counted [G69]. */
import { pastReaches, pastReachField } from '../lists/past-reaches.ts';
import { defineMetric, moneySql, type Metric, type MetricScope } from '../metric.ts';

/** None of a visit in which the goal counted by itself: it was under way when the goal was made. */
const found = (scope: MetricScope): string =>
  `arrayFilter(x -> ${pastReachField('goal_id', 'x')} = ${scope.goal()} AND NOT has(goal_ids, ${scope.goal()}), ${scope.records(pastReaches)})`;

const prices = (scope: MetricScope): string =>
  `arrayMap(x -> (${pastReachField('currency', 'x')}, ${pastReachField('price', 'x')}, ${pastReachField('at', 'x')}), ${found(scope)})`;

const metric = (id: string, sql: Metric['sql']): Metric =>
  defineMetric({ id: `goal<goal_id>backfilled${id}`, lists: [pastReaches], ofNothing: 0, sql });

export const pastReachMetrics: readonly Metric[] = [
  metric('Reaches', (scope) => `sum(length(${found(scope)}))`),
  metric('Visits', (scope) => `countIf(notEmpty(${found(scope)}))`),
  metric('Users', (scope) => `uniqExactIf(visitor_id, notEmpty(${found(scope)}))`),
  { ...metric('Revenue', (scope) => moneySql(prices(scope), scope)), priced: prices },
];
