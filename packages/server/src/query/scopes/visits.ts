/** Visits: one row each, replaced as the visit grows. */
import { FIRST_OPEN_DAY } from '../../visitors/index.ts';
import type { Scope } from './scope.ts';

const firstOpen = `(SELECT ${FIRST_OPEN_DAY} FROM closed_days)`;

/** Visits of closed days have one row each; of others the newest is looked for [M77]. */
const VISITS = `(
  SELECT * FROM visits WHERE opened_on < ${firstOpen}
  UNION ALL
  SELECT * FROM visits FINAL WHERE opened_on >= ${firstOpen}
) AS visits`;

export const visits = {
  id: 'visits',
  prefix: 'ym:s:',
  ours: 'gp:s:',
  rows: 'visits',
  table: VISITS,
  time: 'started_at',
  // The UTC day of the first hit's arrival: at most 12 h after `started_at`, whose own UTC day is at most one
  // away from its day in any zone.
  day: { column: 'opened_on', margin: 2 },
  robots: 'is_robot',
  only: null,
  keys: { visit: ['counter_id', 'visit_id'], visitor: ['visitor_id'] },
  afterVisit: 0,
  holdsVisits: true,
} as const satisfies Scope;
