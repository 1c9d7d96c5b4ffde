/** Every metric of the API: its unit, and which way is better. Its words stand in `en.ts` and `ru.ts`. */
import { UNITS } from './described-metrics.ts';
import type { MetricInfo } from './unit.ts';

export type { MetricInfo, Unit } from './unit.ts';

const COUNT = { unit: 'count' } as const;
const PERCENT = { unit: 'percent' } as const;
const DECIMAL = { unit: 'decimal' } as const;
const MONEY = { unit: 'money' } as const;

/** By the API's name without `ym:s:` or `ym:pv:`, with its parameters in angle brackets. */
export const METRICS = {
  visits: COUNT,
  users: COUNT,
  pageviews: COUNT,
  newUsers: COUNT,
  percentNewVisitors: PERCENT,
  bounceRate: { unit: 'percent', lowerIsBetter: true },
  pageDepth: DECIMAL,
  avgVisitDurationSeconds: { unit: 'duration' },
  visitsPerDay: DECIMAL,
  pageviewsPerDay: DECIMAL,
  sumGoalReachesAny: COUNT,
  anyGoalConversionRate: PERCENT,
  'goal<goal_id>reaches': COUNT,
  'goal<goal_id>visits': COUNT,
  'goal<goal_id>users': COUNT,
  'goal<goal_id>conversionRate': PERCENT,
  'goal<goal_id>userConversionRate': PERCENT,
  'goal<goal_id>reachesPerUser': DECIMAL,
  'goal<goal_id>revenue': MONEY,
  'goal<goal_id>converted<currency>Revenue': MONEY,
  'goal<goal_id>converted<currency>RevenuePerVisit': MONEY,
  favoriteGoalsReaches: COUNT,
  favoriteGoalsVisits: COUNT,
  favoriteGoalsUsers: COUNT,
  favoriteGoalsConversionRate: PERCENT,
  favoriteGoalsUserConversionRate: PERCENT,
  favoriteGoalsReachesPerUser: DECIMAL,
  favoriteGoalsRevenue: MONEY,
  'favoriteGoalsConverted<currency>Revenue': MONEY,
  'favoriteGoalsConverted<currency>RevenuePerVisit': MONEY,
  ...UNITS,
} as const satisfies Record<string, MetricInfo>;

export type MetricId = keyof typeof METRICS;
