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

/** What uploads told of each visit, as its own lists of goals have it. */
const UPLOADED = [
  ['goal_ids', 'goal_id', 'UInt64'],
  ['goal_times', 'at', "DateTime('UTC')"],
  ['goal_prices', 'price', 'Float64'],
  ['goal_currencies', 'currency', 'LowCardinality(String)'],
] as const;

/** Hits' reaches first, those of uploads behind them. */
export const visitsWithUploads = (counters: string): string => `(
  SELECT * EXCEPT (${UPLOADED.map(([list]) => `uploaded_${list}`).join(', ')})
    REPLACE (${UPLOADED.map(([list, , type]) => `CAST(arrayConcat(${list}, uploaded_${list}) AS Array(${type})) AS ${list}`).join(', ')})
  FROM ${VISITS} ANY LEFT JOIN (
    SELECT counter_id, visit_id, ${UPLOADED.map(([list, column]) => `groupArray(${column}) AS uploaded_${list}`).join(', ')}
    FROM (
      SELECT * FROM reaches FINAL
      WHERE counter_id IN ${counters} AND kind = 'upload' AND visit_id != 0
      ORDER BY at, goal_id, reach_id
    )
    GROUP BY counter_id, visit_id
  ) AS uploaded USING (counter_id, visit_id)
) AS visits`;

export const visits = {
  id: 'visits',
  prefix: 'ym:s:',
  ours: 'gp:s:',
  rows: 'visits',
  table: VISITS,
  withUploads: visitsWithUploads,
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
