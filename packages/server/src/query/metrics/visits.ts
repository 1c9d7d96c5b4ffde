/** Visits, visitors and page views, and what is made of them [M1, M2]. */
import { defineMetric, percent, ratio, type Metric } from '../metric.ts';

const count = (id: string, sql: string): Metric => defineMetric({ id, ofNothing: 0, sql: () => sql });
const sum = (id: string, sql: string): Metric => defineMetric({ ...count(id, sql), adds: true });
const rate = (id: string, sql: string): Metric => defineMetric({ id, ofNothing: null, sql: () => sql });

const VISITS = 'count()';
const USERS = 'uniqExact(visitor_id)';
const NEW_USERS = 'uniqExactIf(visitor_id, visit_number = 1)';

export const visitMetrics: readonly Metric[] = [
  sum('visits', VISITS),
  count('users', USERS),
  sum('pageviews', 'sum(page_views)'),
  count('newUsers', NEW_USERS),
  rate('percentNewVisitors', percent(NEW_USERS, USERS)),
  rate('bounceRate', percent('countIf(is_bounce)', VISITS)),
  rate('pageDepth', ratio('sum(page_views)', VISITS)),
  rate('avgVisitDurationSeconds', ratio('sum(duration)', VISITS)),
  defineMetric({ id: 'visitsPerDay', ofNothing: 0, sql: ({ days }) => ratio(VISITS, days()) }),
];
