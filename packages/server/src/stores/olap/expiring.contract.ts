/** What is too old goes from the tables, and nothing else does. Registered by the store's own suite. */
import { expect, it } from 'vitest';
import type { Olap, OlapTable } from '../../kit/olap.ts';
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

/** Tables that hold nothing of a counter. */
const OF_NO_COUNTER = ['closed_days', 'installation', 'migrations'];

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

  it('[P36] a purge empties every table that names a counter of it, and leaves others theirs', async () => {
    const olap = olapOf();
    const columns = await olap.query<{ named: string; names: boolean }>(
      `SELECT table AS named, countIf(name = 'counter_id') > 0 AS names FROM system.columns
WHERE database = currentDatabase()
  AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine NOT LIKE '%View')
GROUP BY table ORDER BY table`,
      {},
    );
    const tables = columns.filter(({ names }) => names).map(({ named }) => named);
    // Whatever is new names its counter, or stands here.
    expect(columns.filter(({ names }) => !names).map(({ named }) => named)).toEqual(OF_NO_COUNTER);
    for (const table of tables) {
      await olap.command(`TRUNCATE TABLE ${table}`);
      // A view fills it with each visit.
      if (table === 'pasts') continue;
      // Visitors at rest are forgotten by time.
      const last = table === 'resting_visitors' ? { last_arrival: Math.floor(Date.now() / 1_000) } : {};
      const rows = [1, 2].map((counter) => `${JSON.stringify({ counter_id: counter, ...last })}\n`);
      await olap.insert(table as OlapTable, rows.join(''), `planted ${table}`);
    }
    const countersIn = async (table: string): Promise<number[]> => {
      const rows = await olap.query<{ id: number }>(
        `SELECT DISTINCT toUInt32(counter_id) AS id FROM ${table} ORDER BY id`,
        {},
      );
      return rows.map(({ id }) => id);
    };
    for (const table of tables) expect([table, await countersIn(table)]).toEqual([table, [1, 2]]);
    for (const _ of [1, 2]) await createPurgeableHits(olap).purge(1);
    for (const table of tables) expect([table, await countersIn(table)]).toEqual([table, [2]]);
    for (const table of tables) await olap.command(`TRUNCATE TABLE ${table}`);
  });
}
