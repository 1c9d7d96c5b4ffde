/** Asks the analytics store for one visitor's visits and for what happened in them. */
import type { Olap } from '../kit/olap.ts';
import type { HitOfVisit, VisitorTotals, VisitorVisits } from './port.ts';
import { VISIT_FIELDS, type VisitFields } from './visit-fields.ts';

const TIMEOUT_SECONDS = 10;
/** A late hit may move a visit's beginning back by 12 h; its hits end 48 h behind. */
const DAY_SECONDS = 86_400;
const LAST_SECOND = 2 ** 32 - 1;

/** A visit has a row for each batch that changed it; the newest one tells. */
const NEWEST = `SELECT *
  FROM visits
  WHERE counter_id = {counter:UInt32} AND visitor_id = {visitor:UInt64} AND NOT is_robot
  ORDER BY version DESC
  LIMIT 1 BY visit_id`;

const VISITS = `SELECT ${VISIT_FIELDS}
FROM (${NEWEST})
WHERE (toUnixTimestamp(started_at), visit_id) < ({second:UInt32}, {visit:UInt64})
ORDER BY started_at DESC, visit_id DESC
LIMIT {limit:UInt32}`;

const TOTALS = `SELECT toUInt32(count()) AS visits, toUnixTimestamp(min(started_at)) AS firstAt
FROM (${NEWEST})`;

const REVENUE = `SELECT money AS currency, sum(price) AS revenue
FROM (
  SELECT g, price, money
  FROM (${NEWEST})
  ARRAY JOIN goal_ids AS g, goal_prices AS price, goal_currencies AS money
)
WHERE price > 0 AND has({goals:Array(UInt64)}, g)
GROUP BY money
ORDER BY revenue DESC, money`;

/** Reaches stand in the visit itself; marks that say nothing to people are left out. */
const HITS = `SELECT
  toString(visit_id) AS visitId,
  toUnixTimestamp(at) AS second,
  kind,
  identifier AS name,
  url AS address,
  page AS onPage,
  title AS pageTitle,
  ecommerce AS commerce
FROM hits
WHERE counter_id = {counter:UInt32}
  AND visitor_id = {visitor:UInt64}
  AND at BETWEEN toDateTime({from:UInt32}, 'UTC') AND toDateTime({to:UInt32}, 'UTC')
  AND visit_id IN {visits:Array(UInt64)}
  AND NOT (kind IN ('notbounce', 'engagement', 'other') AND ecommerce = '')
ORDER BY visit_id, hits.at, arrived_at, hit_id
LIMIT {limit:UInt32} BY visit_id`;

const COUNTS = `SELECT toString(visit_id) AS visitId, toUInt32(count()) AS n
FROM hits
WHERE counter_id = {counter:UInt32}
  AND visitor_id = {visitor:UInt64}
  AND at BETWEEN toDateTime({from:UInt32}, 'UTC') AND toDateTime({to:UInt32}, 'UTC')
  AND visit_id IN {visits:Array(UInt64)}
  AND NOT (kind IN ('notbounce', 'engagement', 'other') AND ecommerce = '')
GROUP BY visit_id`;

export function createVisitorVisits(olap: Olap): VisitorVisits {
  return {
    async visits({ counterId, visitor }, after, limit, signal) {
      return olap.query<VisitFields>(
        VISITS,
        {
          counter: counterId,
          visitor,
          second: after?.startedAt ?? LAST_SECOND,
          visit: after?.visitId ?? '18446744073709551615',
          limit,
        },
        { timeoutSeconds: TIMEOUT_SECONDS, signal },
      );
    },
    async totals({ counterId, visitor }, goals, signal): Promise<VisitorTotals> {
      const options = { timeoutSeconds: TIMEOUT_SECONDS, signal };
      const who = { counter: counterId, visitor };
      const [[all], revenue] = await Promise.all([
        olap.query<{ visits: number; firstAt: number }>(TOTALS, who, options),
        olap.query<{ currency: string; revenue: number }>(REVENUE, { ...who, goals }, options),
      ]);
      const { visits = 0, firstAt = 0 } = all ?? {};
      return { visits, firstVisitAt: visits === 0 ? null : firstAt * 1_000, revenue };
    },
    async hits({ counterId, visitor }, visits, limit, signal) {
      if (visits.length === 0) return { hits: [], counts: new Map() };
      const begins = visits.map(({ startedAt }) => startedAt);
      const params = {
        counter: counterId,
        visitor,
        from: Math.max(0, Math.min(...begins)),
        to: Math.min(LAST_SECOND, Math.max(...begins) + 3 * DAY_SECONDS),
        visits: visits.map(({ visitId }) => BigInt(visitId)),
      };
      const options = { timeoutSeconds: TIMEOUT_SECONDS, signal };
      const [hits, counts] = await Promise.all([
        olap.query<HitOfVisit>(HITS, { ...params, limit }, options),
        olap.query<{ visitId: string; n: number }>(COUNTS, params, options),
      ]);
      return { hits, counts: new Map(counts.map(({ visitId, n }) => [visitId, n])) };
    },
  };
}
