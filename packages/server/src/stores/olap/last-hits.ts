/** When each counter had its last hit. */
import type { Olap } from '../../kit/olap.ts';

/** @returns Unix seconds by counter; counters without a hit are absent */
export async function lastHits(olap: Pick<Olap, 'query'>): Promise<ReadonlyMap<number, number>> {
  const rows = await olap.query<{ id: number; last: number }>(
    'SELECT counter_id AS id, toUnixTimestamp(max(ended_at)) AS last FROM visits GROUP BY id',
    {},
  );
  return new Map(rows.map(({ id, last }) => [Number(id), Number(last)]));
}
