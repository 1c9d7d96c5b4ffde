/** Page views and who looked at them [M41]. */
import { defineMetric, ratio, type Metric } from '../metric.ts';

const PAGE_VIEWS = 'count()';

const metric = (id: string, sql: Metric['sql']): Metric =>
  defineMetric({ id, scopes: ['hits'], ofNothing: 0, sql });

export const hitMetrics: readonly Metric[] = [
  metric('pageviews', () => PAGE_VIEWS),
  metric('users', () => 'uniqExact(visitor_id)'),
  metric('pageviewsPerDay', ({ days }) => ratio(PAGE_VIEWS, days())),
];
