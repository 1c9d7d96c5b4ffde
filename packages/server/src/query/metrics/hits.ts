/** Page views, events and downloads, and who made them [M41, M49]. */
import { defineMetric, ratio, type Metric } from '../metric.ts';
import type { ScopeId } from '../scopes/scope.ts';

const ROWS = 'count()';
const USERS = 'uniqExact(visitor_id)';

const of =
  (...scopes: ScopeId[]) =>
  (id: string, sql: Metric['sql']): Metric =>
    defineMetric({ id, scopes, ofNothing: 0, sql });

const ofBoth = of('hits', 'downloads');
const spread = (id: string, parts: number): Metric =>
  ofBoth(id, ({ days }) => ratio(ROWS, parts === 1 ? days() : `(${parts} * ${days()})`));

export const hitMetrics: readonly Metric[] = [
  { ...of('hits')('pageviews', () => ROWS), adds: true },
  { ...of('downloads')('downloads', () => ROWS), adds: true },
  { ...of('events')('eventsNumber', () => ROWS), adds: true },
  // A page that numbers its views tells them apart; else each event is on one of its own.
  of('events')('eventPageViews', () => 'uniqExact(visitor_id, page_view, if(page_view = 0, hit_id, 0))'),
  of('hits', 'downloads', 'events', 'userParams')('users', () => USERS),
  spread('pageviewsPerDay', 1),
  spread('pageviewsPerHour', 24),
  spread('pageviewsPerMinute', 1_440),
];
