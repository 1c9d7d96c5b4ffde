/** Reaches, conversions and revenue: of one goal, of the favourite ones, of all [M3]–[M6]. */
import { goalList } from '../lists/goals.ts';
import { millionthsSql, REACH_LISTS, REACH_PRICE } from '../money/rate-sql.ts';
import { defineMetric, percent, ratio, type Metric, type MetricScope } from '../metric.ts';

/** A set of goals, as SQL over a visit's list of reaches. */
interface GoalSet {
  /** Whether the visit reached one of them. */
  reached(scope: MetricScope): string;
  /** How often. */
  reaches(scope: MetricScope): string;
  /** Whether the reach of goal `g` is one of theirs. */
  holds(scope: MetricScope): string;
}

export const oneGoal: GoalSet = {
  reached: (scope) => `has(goal_ids, ${scope.goal()})`,
  reaches: (scope) => `countEqual(goal_ids, ${scope.goal()})`,
  holds: (scope) => `g = ${scope.goal()}`,
};

const anyOf = (goals: (scope: MetricScope) => string): GoalSet => ({
  reached: (scope) => `hasAny(goal_ids, ${goals(scope)})`,
  reaches: (scope) => `arrayCount(g -> has(${goals(scope)}, g), goal_ids)`,
  holds: (scope) => `has(${goals(scope)}, g)`,
});

const any = anyOf((scope) => scope.anyGoals());
export const favorites = anyOf((scope) => scope.favoriteGoals());

const VISITS = 'count()';

/** Exact whatever the order of rows: summed in whole millionths of the currency. */
function revenueOf(set: GoalSet, scope: MetricScope): string {
  const holds = set.holds(scope);
  if (scope.rate !== null) {
    const price = millionthsSql(REACH_PRICE, scope.currency(), scope.rate);
    return `sumArray(arrayMap((g, p, c, t) -> if(${holds}, ${price}, 0), ${REACH_LISTS})) / 1e6`;
  }
  const price = `if(${holds} AND c = ${scope.currency()}, toInt128(round(p * 1e6)), 0)`;
  return `sumArray(arrayMap((g, p, c) -> ${price}, goal_ids, goal_prices, goal_currencies)) / 1e6`;
}

/** What visits brought, as SQL over rows of them. */
export interface Sums {
  reaches(scope: MetricScope): string;
  visits(scope: MetricScope): string;
  users(scope: MetricScope): string;
  revenue(scope: MetricScope): string;
  priced(scope: MetricScope): string;
}

export const sumsOf = (set: GoalSet): Sums => ({
  reaches: (scope) => `sum(${set.reaches(scope)})`,
  visits: (scope) => `countIf(${set.reached(scope)})`,
  users: (scope) => `uniqExactIf(visitor_id, ${set.reached(scope)})`,
  revenue: (scope) => revenueOf(set, scope),
  priced(scope) {
    const lists = ['goal_currencies', 'goal_prices', ...(scope.rate === null ? [] : ['goal_times'])];
    return `arrayFilter((x, g) -> ${set.holds(scope)}, arrayZip(${lists.join(', ')}), goal_ids)`;
  },
});

interface Naming {
  readonly prefix: string;
  /** How a name goes on: `goal<goal_id>reaches`, but `favoriteGoalsReaches`. */
  readonly capital: boolean;
}

function family({ prefix, capital }: Naming, set: GoalSet): readonly Metric[] {
  const named = (name: string): string =>
    prefix + (capital ? name.charAt(0).toUpperCase() + name.slice(1) : name);
  const { reaches, visits, users, revenue, priced } = sumsOf(set);
  // A row of costs reaches nothing: it adds nothing to these.
  const count = (name: string, sql: Metric['sql']): Metric =>
    defineMetric({
      id: named(name),
      scopes: ['visits', 'costs'],
      ofNothing: 0,
      sql,
    });
  const rate = (name: string, sql: Metric['sql']): Metric =>
    defineMetric({ id: named(name), ofNothing: null, sql });
  return [
    { ...count('reaches', reaches), adds: true },
    { ...count('visits', visits), adds: true },
    count('users', users),
    rate('conversionRate', (scope) => percent(visits(scope), VISITS)),
    rate('userConversionRate', (scope) => percent(users(scope), 'uniqExact(visitor_id)')),
    rate('reachesPerUser', (scope) => ratio(reaches(scope), users(scope))),
    { ...count('revenue', revenue), priced },
    { ...count('converted<currency>Revenue', revenue), priced },
    { ...rate('converted<currency>RevenuePerVisit', (scope) => ratio(revenue(scope), VISITS)), priced },
  ];
}

export const goalMetrics: readonly Metric[] = [
  ...family({ prefix: 'goal<goal_id>', capital: false }, oneGoal),
  ...family({ prefix: 'favoriteGoals', capital: true }, favorites),
  defineMetric({
    id: 'sumGoalReachesAny',
    ofNothing: 0,
    sql: (scope) => {
      const all = any.reaches(scope);
      const item = scope.rowItem(goalList);
      if (item === null) return `sum(${all})`;
      return `sum(if(${goalList.form.isItem(item)}, countEqual(goal_ids, ${goalList.form.unpack(item)}), ${all}))`;
    },
  }),
  defineMetric({
    id: 'anyGoalConversionRate',
    ofNothing: null,
    shareBy: goalList,
    sql: (scope) => percent(`countIf(${any.reached(scope)})`, VISITS),
  }),
];
