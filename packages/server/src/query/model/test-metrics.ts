/** For tests: every metric said once more, over a plain list of visits. Null where it does not exist [M7]. */
import type { VisitRow } from '../../collect/index.ts';
import type { ModelMetric, ModelScope } from './test-metric.ts';
import { VISITOR_METRICS } from './test-visitor-metrics.ts';

const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);
const percent = (a: number, b: number): number | null => (b === 0 ? null : (100 * a) / b);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const users = (visits: readonly VisitRow[]): number =>
  new Set(visits.map(({ visitor_id }) => visitor_id)).size;
const fresh = (visits: readonly VisitRow[]): number =>
  users(visits.filter(({ visit_number }) => visit_number === 1));

function family(prefix: string, capital: boolean, setOf: (scope: ModelScope) => readonly number[]) {
  const named = (name: string): string =>
    prefix + (capital ? name.charAt(0).toUpperCase() + name.slice(1) : name);
  const reached = (visits: readonly VisitRow[], scope: ModelScope): VisitRow[] =>
    visits.filter(({ goal_ids }) => goal_ids.some((id) => setOf(scope).includes(id)));
  const reaches = (visits: readonly VisitRow[], scope: ModelScope): number =>
    sum(visits.map(({ goal_ids }) => goal_ids.filter((id) => setOf(scope).includes(id)).length));
  const revenue = (visits: readonly VisitRow[], scope: ModelScope): number => {
    let millionths = 0n;
    for (const visit of visits) {
      for (const [index, id] of visit.goal_ids.entries()) {
        const fits = setOf(scope).includes(id) && visit.goal_currencies[index] === scope.currency;
        if (fits) millionths += BigInt(Math.round((visit.goal_prices[index] ?? 0) * 1e6));
      }
    }
    return Number(millionths) / 1e6;
  };
  const metrics: [string, ModelMetric][] = [
    [named('reaches'), reaches],
    [named('visits'), (visits, scope) => reached(visits, scope).length],
    [named('users'), (visits, scope) => users(reached(visits, scope))],
    [named('conversionRate'), (visits, scope) => percent(reached(visits, scope).length, visits.length)],
    [named('userConversionRate'), (visits, scope) => percent(users(reached(visits, scope)), users(visits))],
    [
      named('reachesPerUser'),
      (visits, scope) => ratio(reaches(visits, scope), users(reached(visits, scope))),
    ],
    [named('revenue'), revenue],
    [named('converted<currency>Revenue'), revenue],
    [
      named('converted<currency>RevenuePerVisit'),
      (visits, scope) => ratio(revenue(visits, scope), visits.length),
    ],
  ];
  return Object.fromEntries(metrics);
}

/** Whose prices a metric sums [M32]; undefined where it is no revenue. */
export function pricedGoals(name: string, { favorites }: ModelScopeGoals): readonly number[] | undefined {
  if (!/revenue/i.test(name)) return undefined;
  return name.startsWith('favoriteGoals') ? favorites : [1];
}
type ModelScopeGoals = Pick<ModelScope, 'favorites'>;

const countAny = (visits: readonly VisitRow[], wanted: (id: number) => boolean): number =>
  sum(visits.map(({ goal_ids }) => goal_ids.filter(wanted).length));

export const MODEL_METRICS: Readonly<Record<string, ModelMetric>> = {
  visits: (visits) => visits.length,
  users,
  pageviews: (visits) => sum(visits.map(({ page_views }) => page_views)),
  newUsers: fresh,
  percentNewVisitors: (visits) => percent(fresh(visits), users(visits)),
  bounceRate: (visits) => percent(visits.filter(({ is_bounce }) => is_bounce).length, visits.length),
  pageDepth: (visits) => ratio(sum(visits.map(({ page_views }) => page_views)), visits.length),
  avgVisitDurationSeconds: (visits) => ratio(sum(visits.map(({ duration }) => duration)), visits.length),
  visitsPerDay: (visits, { days }) => visits.length / days,
  ...VISITOR_METRICS,
  ...family('goal<goal_id>', false, () => [1]),
  ...family('favoriteGoals', true, ({ favorites }) => favorites),
  sumGoalReachesAny: (visits, { goals, row }) =>
    countAny(visits, (id) => (row === null || row.goal === null ? goals.includes(id) : id === row.goal)),
  anyGoalConversionRate: (visits, { goals, row }) => {
    const reached = visits.filter(({ goal_ids }) => goal_ids.some((id) => goals.includes(id)));
    return row === null ? percent(reached.length, visits.length) : percent(visits.length, row.whole.length);
  },
};
