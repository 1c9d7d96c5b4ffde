/** Visits: one row each, replaced as the visit grows. */
import type { Scope } from './scope.ts';

export const visits: Scope = {
  id: 'visits',
  prefix: 'ym:s:',
  ours: 'gp:s:',
  rows: 'visits',
  table: 'visits FINAL',
  time: 'started_at',
  // The UTC day of the first hit's arrival: at most 12 h after `started_at`, whose own UTC day is at most one
  // away from its day in any zone.
  day: { column: 'opened_on', margin: 2 },
  robots: 'is_robot',
  only: null,
  keys: { visit: ['counter_id', 'visit_id'], visitor: ['visitor_id'] },
  afterVisit: 0,
  holdsVisits: true,
};
