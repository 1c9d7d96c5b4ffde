/** Where the visits of examples came from, from the analytics store. */
import type { Olap } from '../../kit/olap.ts';
import { isProblem } from '../../kit/problem.ts';
import { run } from '../../query/index.ts';

export interface VisitSource {
  readonly trafficSource: string;
  readonly sourceEngine: string;
}

const SOURCES = `
SELECT
  toString(visit_id) AS visit,
  argMax(traffic_source, version) AS trafficSource,
  argMax(source_engine, version) AS sourceEngine
FROM visits
WHERE counter_id = {counter:UInt32}
  AND opened_on >= toDate({since:UInt32}, 'UTC') - 4
  AND visit_id IN {visits:Array(UInt64)}
GROUP BY visit_id`;

/**
 * @param since milliseconds since the epoch
 * @returns by visit; empty where the store does not say: examples are good without
 */
export async function sourcesOf(
  olap: Pick<Olap, 'query'>,
  { counterId, visits, since }: { counterId: number; visits: readonly string[]; since: number },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, VisitSource>> {
  if (visits.length === 0) return new Map();
  const params = {
    counter: counterId,
    since: Math.max(0, Math.floor(since / 1_000)),
    visits: visits.map(BigInt),
  };
  const rows = await run<VisitSource & { visit: string }>(olap, { sql: SOURCES, params }, signal);
  return new Map(isProblem(rows) ? [] : rows.map(({ visit, ...source }) => [visit, source]));
}
