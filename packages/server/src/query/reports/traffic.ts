/** How many came, over time and by hour of the day. */
import { defineReport, visitNames } from '../report.ts';
import { favoriteGoalMetrics } from './standard-metrics.ts';

export const traffic = defineReport({
  id: 'traffic',
  dimensions: visitNames('datePeriod<group>'),
  metrics: visitNames(
    'visits',
    'users',
    'pageviews',
    'percentNewVisitors',
    'bounceRate',
    'pageDepth',
    'avgVisitDurationSeconds',
  ),
});

export const hourly = defineReport({
  id: 'hourly',
  dimensions: visitNames('hour'),
  metrics: [
    ...visitNames(
      'visits',
      'users',
      'pageviews',
      'bounceRate',
      'pageDepth',
      'avgVisitDurationSeconds',
      'visitsPerDay',
    ),
    ...favoriteGoalMetrics,
  ],
});
