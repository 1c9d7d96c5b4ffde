/** Which goals were reached, how often, and by what share of visits [M6]. */
import { defineReport, visitNames } from '../report.ts';

export const conversion = defineReport({
  id: 'conversion',
  dimensions: visitNames('goal'),
  metrics: visitNames('visits', 'users', 'pageviews', 'sumGoalReachesAny', 'anyGoalConversionRate'),
});
