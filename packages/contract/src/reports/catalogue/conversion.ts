/** Which goals were completed, how often, and in what share of visits [M6]. */
import { defineReport } from '../report.ts';

export const conversion = defineReport({
  id: 'conversion',
  section: 'conversions',
  title: { en: 'Visits by goal', ru: 'Визиты по целям' },
  dimensions: ['goal'],
  metrics: ['visits', 'users', 'pageviews', 'sumGoalReachesAny', 'anyGoalConversionRate'],
  sort: '-visits',
  chart: 'lines',
});
