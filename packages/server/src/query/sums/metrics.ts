/** Metrics over rows and sums together: each row of sums stands for many visits or views [M153]. */
import { percent, ratio, type Metric, type MetricScope } from '../metric.ts';
import { goalMetrics } from '../metrics/goals.ts';
import type { SummedKind } from './mark.ts';
import { PART } from './sums-sql.ts';

type Sql = (scope: SummedScope) => string;

export interface SummedScope extends MetricScope {
  /** How visitors count in totals: of one value, or once in all values, of all rows or of those with a value. */
  readonly first: 'users' | 'first_users' | 'first_valued';
}

const LIVE = `part = ''`;
const of = (part: string): string => `part = '${part}'`;
const ofGoal = ({ goal }: MetricScope): string => `${of(PART.goal)} AND goal = ${goal()}`;

/** Rows where they are there, and so many where sums stand for them. */
const rows = (live: string, summed: string): string =>
  `(countIf(${LIVE} AND ${live}) + sumIf(sum_visits, ${summed}))`;

/** A visitor counts once in the rows that are there, and once in each day of sums. */
function people({ totals, first }: SummedScope, live: string, summed: string): string {
  const [ofTotals, ofRows] = [`sumIf(sum_${first}, ${summed})`, `sumIf(sum_users, ${summed})`];
  const ofDays = `if(${totals}, ${ofTotals}, ${ofRows})`;
  return `(uniqExactIf(visitor_id, ${LIVE} AND ${live}) + ${ofDays})`;
}

const VISITS = rows('true', of(PART.rows));
const USERS: Sql = (scope) => people(scope, 'true', of(PART.rows));
const NEW = `(uniqExactIf(visitor_id, ${LIVE} AND visit_number = 1) + sum(sum_new))`;

const visits: Readonly<Record<string, Sql>> = {
  visits: () => VISITS,
  users: USERS,
  pageviews: () => 'sum(page_views)',
  newUsers: () => NEW,
  percentNewVisitors: (scope) => percent(NEW, USERS(scope)),
  bounceRate: () => percent(`(countIf(${LIVE} AND is_bounce) + sum(sum_bounces))`, VISITS),
  pageDepth: () => ratio('sum(page_views)', VISITS),
  avgVisitDurationSeconds: () => ratio('sum(duration)', VISITS),
  visitsPerDay: ({ days }) => ratio(VISITS, days()),
};

const views: Readonly<Record<string, Sql>> = {
  pageviews: () => VISITS,
  users: USERS,
  pageviewsPerDay: ({ days }) => ratio(VISITS, days()),
};

interface Goals {
  readonly reached: Sql;
  readonly reaches: Sql;
  readonly summed: Sql;
}

/** Rows of prices have the lists of reaches that visits have, so that revenue is what it is of visits. */
const plainly = (id: string): Sql => {
  const found = goalMetrics.find((metric) => metric.id === id);
  if (found === undefined) throw new Error(`no metric ${id}`);
  return (scope) => found.sql(scope);
};

function family(named: (name: string) => string, { reached, reaches, summed }: Goals): Record<string, Sql> {
  const allReaches: Sql = (scope) =>
    `(sumIf(${reaches(scope)}, ${LIVE}) + sumIf(sum_reaches, ${summed(scope)}))`;
  const goalVisits: Sql = (scope) => rows(reached(scope), summed(scope));
  const users: Sql = (scope) => people(scope, reached(scope), summed(scope));
  const revenue = plainly(named('converted<currency>Revenue'));
  return {
    [named('reaches')]: allReaches,
    [named('visits')]: goalVisits,
    [named('users')]: users,
    [named('conversionRate')]: (scope) => percent(goalVisits(scope), VISITS),
    [named('userConversionRate')]: (scope) => percent(users(scope), USERS(scope)),
    [named('reachesPerUser')]: (scope) => ratio(allReaches(scope), users(scope)),
    [named('revenue')]: plainly(named('revenue')),
    [named('converted<currency>Revenue')]: revenue,
    [named('converted<currency>RevenuePerVisit')]: (scope) => ratio(revenue(scope), VISITS),
  };
}

const oneGoal: Goals = {
  reached: ({ goal }) => `has(goal_ids, ${goal()})`,
  reaches: ({ goal }) => `countEqual(goal_ids, ${goal()})`,
  summed: ofGoal,
};
const favorites: Goals = {
  reached: (scope) => `hasAny(goal_ids, ${scope.favoriteGoals()})`,
  reaches: (scope) => `arrayCount(g -> has(${scope.favoriteGoals()}, g), goal_ids)`,
  summed: () => of(PART.favorites),
};
const anyGoal: Goals = {
  reached: (scope) => `hasAny(goal_ids, ${scope.anyGoals()})`,
  reaches: (scope) => `arrayCount(g -> has(${scope.anyGoals()}, g), goal_ids)`,
  summed: () => of(PART.any),
};

const capital = (name: string): string => `favoriteGoals${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const METRICS: Readonly<Record<SummedKind, Readonly<Record<string, Sql>>>> = {
  visits: {
    ...visits,
    ...family((name) => `goal<goal_id>${name}`, oneGoal),
    ...family(capital, favorites),
    sumGoalReachesAny: (scope) =>
      `(sumIf(${anyGoal.reaches(scope)}, ${LIVE}) + sumIf(sum_reaches, ${of(PART.any)}))`,
    anyGoalConversionRate: (scope) => percent(rows(anyGoal.reached(scope), of(PART.any)), VISITS),
  },
  hits: views,
};

/** How many rows there are, those included that sums stand for. */
export const ROWS = VISITS;

/** Null where sums do not have what it needs. */
export function summedMetric(metric: Metric, kind: SummedKind, first: SummedScope['first']): Metric | null {
  const sql = Object.hasOwn(METRICS[kind], metric.id) ? METRICS[kind][metric.id] : undefined;
  return sql === undefined ? null : { ...metric, sql: (scope) => sql({ ...scope, first }) };
}
