/** What every analytics store keeps, each batch once and whole. Registered by the store's own suite. */
import { describe, expect, it } from 'vitest';
import { type Column, column } from '../../collect/encode/columns.ts';
import { createRows } from '../../collect/encode/rows.ts';
import { ID, SECONDS, TEXT, UINT32, UINT64 } from '../../collect/encode/types.ts';
import { type BinaryRows, OlapUnavailable, type Olap } from '../../kit/olap.ts';
import { BIG, countOf, HOSTILE, hitRow, lines, visitRow } from './test-rows.ts';

/** Many rows of these columns, told by their number. */
function binary(columns: readonly Column<number>[]): BinaryRows {
  const rows = createRows(columns);
  for (let n = 0; n < 30_000; n++) rows.add(n);
  return rows.take();
}

const TITLES = binary([column('title', TEXT, () => 'Shop')]);

export function registerInserts(olapOf: () => Olap): void {
  describe('inserts', () => {
    it('keeps every column of a hit', async () => {
      const row = hitRow({
        hit_id: BIG,
        visit_id: BIG,
        visitor_id: BIG,
        arrived_at: 1_790_000_000.7,
        kind: 'event',
        identifier: "it's; DROP TABLE hits",
        url: HOSTILE.join('|'),
        params: JSON.stringify({ a: { 'b;"': [1, '\n'] } }),
        not_bounce: true,
        is_robot: true,
        goal_ids: [1_000_001, 1_000_002],
        goal_times: [1_790_000_000, 1_790_000_001],
        goal_prices: [0, 12.5],
        goal_currencies: ['RUB', 'EUR'],
      });
      await olapOf().insert('hits', lines([row]), 'columns');
      const sql = `SELECT * REPLACE (toUnixTimestamp(at) AS at,
        arrayMap(t -> toUnixTimestamp(t), goal_times) AS goal_times) FROM hits`;
      expect(await olapOf().query(sql, {})).toEqual([
        {
          ...row,
          segment: '1',
          goal_ids: ['1000001', '1000002'],
          // Left out of the line where a hit has none.
          products: [],
          purchases: [],
          promotions: [],
          page_prices: '',
        },
      ]);
    });

    it('keeps every column of a visit', async () => {
      const row = visitRow({
        first_utm_term: 'x',
        significant_source_engine: 'google',
        previous_visit_at: 7,
      });
      await olapOf().insert('visits', lines([row]), 'columns');
      const times = ['started_at', 'ended_at', 'first_visit_at', 'previous_visit_at', 'significant_at'];
      const replaced = times.map((time) => `toUnixTimestamp(${time}) AS ${time}`).join(', ');
      const rows = await olapOf().query(`SELECT * REPLACE (${replaced}) FROM visits`, {});
      expect(rows).toEqual([{ ...row, segment: '1' }]);
    });

    it('takes a buffer, and text that looks like the end of the rows', async () => {
      const titles = ['"}\n', '"};\n\n; DROP TABLE hits;\n', '\\"', '}{', '\\', ';', '\\\\";', '\u2028'];
      const rows = titles.map((title, n) => hitRow({ hit_id: String(n), title }));
      await olapOf().insert('hits', Buffer.from(lines(rows)), 'buffer');
      const found = await olapOf().query<{ title: string }>('SELECT title FROM hits ORDER BY hit_id', {});
      expect(found.map((row) => row.title)).toEqual(titles);
    });

    it('refuses a batch with a broken row whole', async () => {
      const broken = `${lines([hitRow()])}{"counter_id": "x"}\n`;
      await expect(olapOf().insert('hits', broken, 'broken')).rejects.not.toBeInstanceOf(OlapUnavailable);
      await expect(olapOf().insert('hits', '{"nowhere":1}\n', 'unknown')).rejects.toThrow();
      expect(await countOf(olapOf(), 'hits')).toBe(0);
    });

    it('stores the same token once, whatever comes with it', async () => {
      await olapOf().insert('hits', lines([hitRow()]), 'seg-1-hits');
      await olapOf().insert('hits', lines([hitRow()]), 'seg-1-hits');
      await olapOf().insert('hits', lines([hitRow({ hit_id: '2' })]), 'seg-1-hits');
      expect(await countOf(olapOf(), 'hits')).toBe(1);
      await olapOf().insert('hits', lines([hitRow()]), 'seg-2-hits');
      expect(await countOf(olapOf(), 'hits')).toBe(2);
      await olapOf().insert('visits', lines([visitRow()]), 'seg-1-hits');
      expect(await countOf(olapOf(), 'visits')).toBe(1);
    });

    it('stores the same token once when many come at once', async () => {
      const same = Array.from({ length: 6 }, () => olapOf().insert('hits', lines([hitRow()]), 'at once'));
      await Promise.all(same);
      expect(await countOf(olapOf(), 'hits')).toBe(1);
    });

    it('completes a batch over two months of which only one had landed', async () => {
      const september = hitRow({ hit_id: '1' });
      const october = hitRow({ hit_id: '2', at: september.at + 20 * 86_400 });
      await olapOf().insert('hits', lines([september]), 'two months');
      await olapOf().insert('hits', lines([september, october]), 'two months');
      await olapOf().insert('hits', lines([september, october]), 'two months');
      const rows = await olapOf().query('SELECT hit_id FROM hits ORDER BY hit_id', {});
      expect(rows).toEqual([{ hit_id: '1' }, { hit_id: '2' }]);
    });

    it('stores a large binary batch whole, and once', async () => {
      const batch = binary([
        column('counter_id', UINT32, () => 1),
        column('hit_id', ID, (n) => String(n)),
        column('at', SECONDS, () => 1_790_000_000),
        column('title', TEXT, (n) => `${HOSTILE.join(';')} №${n}`),
      ]);
      await olapOf().insert('hits', batch, 'large binary');
      await olapOf().insert('hits', batch, 'large binary');
      const [row] = await olapOf().query(
        `SELECT count() AS n, uniqExact(hit_id) AS u, min(title) AS first,
          (SELECT count() FROM system.parts WHERE database = currentDatabase() AND table = 'hits' AND active) AS parts
         FROM hits`,
        {},
      );
      const first = `${HOSTILE.join(';')} №0`;
      expect(row).toEqual({ n: '30000', u: '30000', first, parts: '1' });
    });

    it.each<[string, BinaryRows]>([
      ['cut off', { ...TITLES, bytes: TITLES.bytes.subarray(0, -3) }],
      ['of another type', binary([column('counter_id', UINT64, () => 1)])],
      ['of a column that is not there', binary([column('nowhere', TEXT, () => '')])],
    ])('refuses binary rows that are %s, whole', async (_, rows) => {
      const refused = olapOf().insert('hits', rows, 'broken binary');
      await expect(refused).rejects.not.toBeInstanceOf(OlapUnavailable);
      expect(await countOf(olapOf(), 'hits')).toBe(0);
    });

    it('stores a large batch whole, and once', async () => {
      const rows = Array.from({ length: 30_000 }, (_, n) => hitRow({ hit_id: String(n), title: `№${n}` }));
      const batch = lines(rows);
      await olapOf().insert('hits', batch, 'large');
      await olapOf().insert('hits', batch, 'large');
      const [row] = await olapOf().query('SELECT count() AS n, uniqExact(hit_id) AS u FROM hits', {});
      expect(row).toEqual({ n: '30000', u: '30000' });
    });
  });
}
