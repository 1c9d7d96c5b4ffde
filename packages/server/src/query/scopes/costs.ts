/** Costs of advertising beside the visits that they brought [M96]–[M98]: both are rows, told apart by `is_cost`. */
import type { Scope } from './scope.ts';
import { visits, visitsWithUploads } from './visits.ts';

/** Marks of addresses by which costs are known; in this order, the largest first. */
export const MARKS = ['source', 'medium', 'campaign', 'content', 'term'] as const;

/** A visit has the marks of three attributions; a cost has its own by each of them. */
const PREFIXES = ['', 'first_', 'significant_'];
const marks = (made: (column: string, mark: string) => string): string =>
  PREFIXES.flatMap((prefix) => MARKS.map((mark) => made(`${prefix}utm_${mark}`, mark))).join(', ');

const NO_PRICES = `CAST([], 'Array(Tuple(String, Float64))')`;
const KEY = ['counter_id', 'day', ...MARKS].join(', ');

/** Of a day and its marks the newest upload counts, whatever earlier ones said of them [M96]. */
const COUNTED = `SELECT ${KEY}, argMax(prices, upload_id) AS newest_prices, argMax(clicks, upload_id) AS newest_clicks
  FROM costs
  GROUP BY ${KEY}`;

/** @param zone of the question: a day of costs is the same day in each */
const rowsIn = (zone: string, table: string = visits.table): string => `(
  SELECT counter_id, visit_id, visitor_id, opened_on, started_at, is_robot, ${marks((column) => column)},
    goal_ids, goal_times, goal_prices, goal_currencies,
    0 AS is_cost, ${NO_PRICES} AS cost_prices, toUInt64(0) AS cost_clicks
  FROM ${table}
  UNION ALL
  SELECT counter_id, toUInt64(0), toUInt64(0), day, toDateTime(addHours(toDateTime(day, ${zone}), 12), 'UTC'), false,
    ${marks((_column, mark) => mark)}, [], [], [], [],
    1, newest_prices, newest_clicks
  FROM (${COUNTED})
) AS costs`;

export const costs: Scope = {
  id: 'costs',
  prefix: 'ym:ev:',
  ours: 'gp:ev:',
  rows: 'costs',
  table: (zone) => rowsIn(zone),
  withUploads: (counters, zone) => rowsIn(zone(), visitsWithUploads(counters)),
  time: 'started_at',
  day: visits.day,
  robots: 'is_robot',
  only: null,
  keys: visits.keys,
  afterVisit: 0,
  holdsVisits: true,
  count: 'countIf(is_cost = 0)',
  knownBy: 'costs are known by day and UTM marks alone',
};
