/** What is kept of a person is read out and goes, from every table that names visitors. Registered by the store's own suite. */
import { expect, it } from 'vitest';
import type { Olap, OlapTable } from '../../kit/olap.ts';
import { createPersonVisits } from './person.ts';

const VISITOR = '5';

export function registerPerson(olapOf: () => Olap): void {
  const countersOf = async (table: string): Promise<number[]> => {
    const rows = await olapOf().query<{ counter: number }>(
      `SELECT DISTINCT counter_id AS counter FROM ${table} WHERE visitor_id = {visitor:UInt64} ORDER BY counter`,
      { visitor: BigInt(VISITOR) },
    );
    return rows.map(({ counter }) => counter);
  };

  it('[P14] reads every table that names visitors, and [P12] empties each for one counter', async () => {
    const olap = olapOf();
    const named = await olap.query<{ named: OlapTable }>(
      `SELECT table AS named FROM system.columns
WHERE database = currentDatabase() AND name = 'visitor_id' AND default_kind = ''
  AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine NOT LIKE '%View')
ORDER BY named`,
      {},
    );
    const tables = named.map(({ named: table }) => table);
    expect(tables).toContain('pasts');
    // Pasts are written with visits [M89].
    for (const table of tables.filter((one) => String(one) !== 'pasts')) {
      const lines = [1, 2].map((counter_id) => ({
        counter_id,
        visitor_id: VISITOR,
        // Of today: older ones go by themselves.
        ...(table === 'resting_visitors' ? { last_arrival: Math.floor(Date.now() / 1_000) } : {}),
      }));
      await olap.insert(table, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), `person-${table}`);
      expect([table, await countersOf(table)]).toEqual([table, [1, 2]]);
    }
    const person = createPersonVisits(olap);
    const rows = await person.rows(1, [VISITOR]);
    // What collection remembers of a visitor is read from their hits, and their pasts are what their visits say.
    expect(Object.keys(rows).toSorted()).toEqual(
      tables.filter((table) => !['pasts', 'resting_visitors'].includes(table)),
    );
    for (const found of Object.values(rows))
      expect(found).toMatchObject([{ counter_id: 1, visitor_id: VISITOR }]);
    await person.remove(1, [VISITOR], 10);
    for (const table of tables) expect([table, await countersOf(table)]).toEqual([table, [2]]);
    expect(await person.rows(1, [VISITOR])).toEqual(await person.rows(1, []));
  });
}
