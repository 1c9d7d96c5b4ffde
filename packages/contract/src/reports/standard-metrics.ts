/** The columns that most reports show. */
import type { MetricId } from './names/metrics.ts';

export const favoriteGoalMetrics: readonly MetricId[] = [
  'favoriteGoalsReaches',
  'favoriteGoalsConverted<currency>Revenue',
  'favoriteGoalsUserConversionRate',
];

export const standardMetrics: readonly MetricId[] = [
  'visits',
  'users',
  'bounceRate',
  'pageDepth',
  'avgVisitDurationSeconds',
  ...favoriteGoalMetrics,
];
