/** What is too old goes from the tables, and nothing else does. Registered by the store's own suite. */
import { expect, it } from 'vitest';
import type { Olap } from '../../kit/olap.ts';
import { createExpiringHits, createPurgeableHits } from './expiring.ts';
import { hitRow, lines, visitRow } from './test-rows.ts';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1_000;
/** Of two counters: months of one alone, and of both. */
const HITS: readonly (readonly [counter: number, day: string])[] = [
  [1, '2026-05-10'],
  [1, '2026-06-10'],
  [2, '2026-06-11'],
  [1, '2026-07-05'],
  [1, '2026-07-20'],
  [2, '2026-07-20'],
];

export function registerExpiring(olapOf: () => Olap): void {
  const left = async (table: 'hits' | 'visits' | 'pasts'): Promise<string[]> => {
    const day = table === 'hits' ? 'toDate(at)' : 'opened_on';
    const rows = await olapOf().query<{ row: string }>(
      `SELECT concat(toString(counter_id), ' ', toString(${day})) AS row FROM ${table} ORDER BY row`,
      {},
    );
    return rows.map(({ row }) => row);
  };

  it('[P16] removes old rows of one counter, by partition or by row, twice to the same effect', async () => {
    const olap = olapOf();
    const rows = HITS.map(([counter_id, day], index) => ({ counter_id, id: String(index + 1), at: at(day) }));
    await olap.insert(
      'hits',
      lines(rows.map(({ counter_id, id, at: moment }) => hitRow({ counter_id, hit_id: id, at: moment }))),
      'expiring-1',
    );
    await olap.insert(
      'visits',
      lines(
        HITS.map(([counter_id, day], index) =>
          visitRow({ counter_id, visit_id: String(index + 1), opened_on: day }),
        ),
      ),
      'expiring-2',
    );
    const { hits, visits } = createExpiringHits(olap);
    const before = Date.parse('2026-07-10');
    expect(await hits.count(1, before)).toEqual({ rows: 3, oldest: Date.parse('2026-05-10') });
    expect(await visits.count(2, before)).toEqual({ rows: 1, oldest: Date.parse('2026-06-11') });
    expect(await hits.count(3, before)).toEqual({ rows: 0, oldest: null });
    const kept = ['1 2026-07-20', '2 2026-06-11', '2 2026-07-20'];
    for (const _ of [1, 2]) {
      await hits.remove(1, before);
      expect(await left('hits')).toEqual(kept);
      await visits.remove(1, before);
      expect(await left('visits')).toEqual(kept);
      expect(await left('pasts')).toEqual(kept);
    }
    expect((await left('hits')).length).toBe(3);
  });

  it('[P19] empties every table that names a counter', async () => {
    const olap = olapOf();
    await olap.insert('hits', lines([hitRow({ counter_id: 1 }), hitRow({ counter_id: 2 })]), 'purge-1');
    await createPurgeableHits(olap).purge(1);
    const named = await olap.query<{ named: string }>(
      `SELECT table AS named FROM system.columns
WHERE database = currentDatabase() AND name = 'counter_id' ORDER BY named`,
      {},
    );
    expect(named.map(({ named: table }) => table)).toEqual(
      expect.arrayContaining(['calls', 'hits', 'pasts', 'visits']),
    );
    for (const { named: table } of named)
      expect(await olap.query(`SELECT 1 FROM ${table} WHERE counter_id = 1`, {})).toEqual([]);
    expect((await left('hits')).length).toBe(1);
  });
}
