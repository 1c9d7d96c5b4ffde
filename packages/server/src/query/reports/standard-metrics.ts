/** The columns that most reports show. */
import { visitNames } from '../report.ts';

export const favoriteGoalMetrics = visitNames(
  'favoriteGoalsReaches',
  'favoriteGoalsConverted<currency>Revenue',
  'favoriteGoalsUserConversionRate',
);

export const standardMetrics = [
  ...visitNames('visits', 'users', 'bounceRate', 'pageDepth', 'avgVisitDurationSeconds'),
  ...favoriteGoalMetrics,
];
