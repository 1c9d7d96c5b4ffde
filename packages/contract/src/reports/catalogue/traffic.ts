/** How many came, over time and by hour of the day. */
import { defineReport } from '../report.ts';
import { favoriteGoalMetrics } from '../standard-metrics.ts';

export const traffic = defineReport({
  id: 'traffic',
  section: 'audience',
  title: { en: 'Traffic', ru: 'Посещаемость' },
  dimensions: ['datePeriod<group>'],
  metrics: [
    'visits',
    'users',
    'pageviews',
    'percentNewVisitors',
    'bounceRate',
    'pageDepth',
    'avgVisitDurationSeconds',
  ],
  sort: '-name',
  chart: 'lines',
});

export const hourly = defineReport({
  id: 'hourly',
  section: 'audience',
  title: { en: 'Hours of the day', ru: 'По часам' },
  dimensions: ['hour'],
  metrics: [
    'visits',
    'users',
    'pageviews',
    'bounceRate',
    'pageDepth',
    'avgVisitDurationSeconds',
    'visitsPerDay',
    ...favoriteGoalMetrics,
  ],
  sort: 'name',
  chart: 'bars',
});
