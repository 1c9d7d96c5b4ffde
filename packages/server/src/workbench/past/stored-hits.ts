/** Stored hits that can matter to a goal, from the analytics store, some of the visitors at a time. */
import type { HitKind, StoredHit } from '../../collect/index.ts';
import { MAX_BEHAVIOUR_REACHES, MAX_REACHES } from '../../collect/index.ts';
import { isBehaviour, type GoalDefinition } from '../../goals/index.ts';
import type { Olap } from '../../kit/olap.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { run } from '../../query/index.ts';
import { factHits, IN_PERIOD, wantedHits } from './wanted-hits.ts';

/** A visit lasts two days at most [V4]: what a goal keeps of it may begin so long before. */
const LEAD_SECONDS = 172_800;
/** More visits than any counter has that come near their bound. */
const MOST_NEARLY_FULL = 10_000;

const ARRIVED = `${IN_PERIOD}
    AND arrived_at < toDecimal64({until:Float64}, 3)`;
/** The last moment that a time of the store can be. */
const NO_END_MS = (2 ** 32 - 1) * 1_000;

/** Visits whose reaches may come to the most that a visit can have, with as many more as they have hits [G8, G43]. */
const nearlyFull = (wanted: string) => `
SELECT toString(visit_id) AS visit
FROM hits
WHERE ${ARRIVED}
GROUP BY visit_id
HAVING sum(length(goal_ids)) > 0 AND sum(length(goal_ids)) + countIf(${wanted}) >= {most:UInt32}
LIMIT ${MOST_NEARLY_FULL}`;

const where = (wanted: string) => `${ARRIVED}
    AND (${wanted} OR (notEmpty(goal_ids) AND visit_id IN {full:Array(UInt64)}))`;

const countOf = (wanted: string) => `SELECT toUInt32(count()) AS hits FROM hits WHERE ${where(wanted)}`;

const sinceOf = (facts: string) => `
SELECT toUnixTimestamp(min(at)) AS since
FROM hits
WHERE counter_id = {counter:UInt32} AND NOT is_robot AND (${facts})`;

const rowsOf = (wanted: string) => `
SELECT
  visitor_id AS visitor,
  visit_id AS visit,
  kind,
  identifier,
  hits.url AS url,
  referrer,
  params,
  ecommerce,
  page_prices AS pagePrices,
  device_category AS device,
  toUnixTimestamp(hits.at) AS at,
  milliseconds,
  whole_second AS wholeSecond,
  toUInt64(arrived_at * 1000) AS arrivedAt,
  nth,
  if(visit_id IN {full:Array(UInt64)}, arrayMap(id -> toUInt32(id), goal_ids), []) AS goalIds
FROM hits
WHERE ${where(wanted)}
    AND intHash64(visitor_id) % {parts:UInt32} = {part:UInt32}
ORDER BY visitor_id, arrived_at, nth, kind = 'engagement', hit_id`;

interface Row extends Omit<StoredHit, 'arrivedAt' | 'kind'> {
  readonly kind: HitKind;
  /** 64 bits. */
  readonly arrivedAt: string;
}

export interface StoredHits {
  /** How many there are. */
  readonly count: number;
  /** When the first was stored of the kinds that the goal looks at, in milliseconds; null: none yet. */
  readonly factsSince: number | null;
  /** Those of one part of the visitors of so many, visitor by visitor, in the order of their arrival. */
  part(part: number, parts: number): Promise<readonly StoredHit[] | Problem>;
}

/** In milliseconds since the epoch. Hits of visits under way at `from` come along; `until`: of their arrival. */
export interface Span {
  readonly from: number;
  readonly until?: number;
}

export async function findStoredHits(
  olap: Pick<Olap, 'query'>,
  goal: GoalDefinition,
  { from, until = NO_END_MS }: Span,
  signal: AbortSignal,
): Promise<StoredHits | Problem> {
  const wanted = wantedHits(goal);
  const sql = `(${wanted.sql})`;
  const since = Math.max(0, Math.floor(from / 1_000) - LEAD_SECONDS);
  const bounds = { since, last: Math.floor(until / 1_000), until: until / 1_000 };
  const most = isBehaviour(goal.autoEntry) ? MAX_BEHAVIOUR_REACHES : MAX_REACHES;
  const period = { ...wanted.params, counter: goal.counterId, most, ...bounds };
  const visits = await run<{ visit: string }>(olap, { sql: nearlyFull(sql), params: period }, signal);
  if (isProblem(visits)) return visits;
  const params = { ...period, full: visits.map(({ visit }) => BigInt(visit)) };
  const counted = await run<{ hits: number }>(olap, { sql: countOf(sql), params }, signal);
  if (isProblem(counted)) return counted;
  const facts = factHits(goal);
  const first = await run<{ since: number }>(
    olap,
    { sql: sinceOf(facts.sql), params: { ...facts.params, counter: goal.counterId } },
    signal,
  );
  if (isProblem(first)) return first;
  const { since: firstAt = 0 } = first[0] ?? {};
  return {
    count: counted[0]?.hits ?? 0,
    factsSince: firstAt === 0 ? null : firstAt * 1_000,
    async part(part, parts) {
      const rows = await run<Row>(olap, { sql: rowsOf(sql), params: { ...params, part, parts } }, signal);
      return isProblem(rows) ? rows : rows.map((row) => ({ ...row, arrivedAt: Number(row.arrivedAt) }));
    },
  };
}
