/** What every analytics store answers, and what it refuses to. Registered by the store's own suite. */
import { describe, expect, it } from 'vitest';
import { OlapTimeout, OlapTooLarge, type Olap } from '../../kit/olap.ts';
import { BIG, countOf, HOSTILE, hitRow, lines } from './test-rows.ts';

const SLEEP = 'SELECT sleepEachRow(0.05) FROM numbers(400) SETTINGS max_block_size = 1';

export function registerQueries(olapOf: () => Olap): void {
  describe('queries', () => {
    const running = async (): Promise<number> => {
      const sql = `SELECT count() AS n FROM system.processes WHERE query LIKE '%numbers(400)%'
        AND query NOT LIKE '%system.processes%'`;
      return Number((await olapOf().query<{ n: string }>(sql, {}))[0]?.n);
    };

    it('answers 64-bit integers as text, other values as they are', async () => {
      const sql = `SELECT toUInt64(${BIG}) AS u, toInt64(-5) AS i, 7::UInt32 AS n, 0.5 AS f, true AS b,
        toDateTime(0) AS t, NULL AS z, [toUInt64(1)] AS a`;
      expect(await olapOf().query(sql, {})).toEqual([
        { u: BIG, i: '-5', n: 7, f: 0.5, b: true, t: '1970-01-01 00:00:00', z: null, a: ['1'] },
      ]);
      expect(await olapOf().query('SELECT 1 AS x WHERE 0', {})).toEqual([]);
    });

    it('binds every text as it is, alone and in arrays', async () => {
      for (const value of HOSTILE) {
        const rows = await olapOf().query('SELECT {value:String} AS value', { value });
        expect(rows).toEqual([{ value }]);
      }
      const rows = await olapOf().query('SELECT {values:Array(String)} AS given', { values: HOSTILE });
      expect(rows).toEqual([{ given: HOSTILE }]);
    });

    it('binds numbers, lists of 64-bit numbers, nothing, and names', async () => {
      const params = { big: BigInt(BIG), list: [BigInt(BIG), 1n], none: null, table: 'hits', flag: true };
      const sql = `SELECT {big:UInt64} AS big, {list:Array(UInt64)} AS list, {none:Nullable(String)} AS none,
        {flag:Bool} AS flag, count() AS n FROM {table:Identifier}`;
      expect(await olapOf().query(sql, params)).toEqual([
        { big: BIG, list: [BIG, '1'], none: null, flag: true, n: '0' },
      ]);
    });

    it('binds a list as long as a lookup of visitors makes it', async () => {
      const ids = Array.from({ length: 5_000 }, (_, n) => BigInt(BIG) - BigInt(n));
      const sql = 'SELECT length({ids:Array(UInt64)}) AS n, arrayMin({ids:Array(UInt64)}) AS least';
      expect(await olapOf().query(sql, { ids })).toEqual([
        { n: '5000', least: String(BigInt(BIG) - 4_999n) },
      ]);
    });

    it('binds a list as long as many years of daily rates make it', async () => {
      // A server takes 131,072 bytes of each value, however many values there are.
      const lists = Array.from({ length: 8 }, (_, part) => [
        `list${part}`,
        Array.from({ length: 10_000 }, (_one, n) => part * 10_000 + n + 0.125),
      ]);
      const all = `arrayConcat(${lists.map(([name]) => `{${String(name)}:Array(Float64)}`).join(', ')})`;
      expect(
        await olapOf().query(
          `SELECT length(${all}) AS n, arraySum(${all}) AS sum`,
          Object.fromEntries(lists),
        ),
      ).toEqual([{ n: '80000', sum: 3_199_970_000 }]);
    });

    it('takes a statement of a million characters, and says of a larger one that it is too large', async () => {
      const sums = Array.from({ length: 600 }, (_, n) => `[${n}${', 1'.repeat(400)}][1]`).join(' + ');
      expect(sums.length).toBeGreaterThan(700_000);
      expect(await olapOf().query(`SELECT 1 AS x /* ${sums} */`, {})).toEqual([{ x: 1 }]);
      const list = Array.from({ length: 600_000 }, (_, n) => n);
      const deep = Array<string>(3_000).fill('1').join('+');
      for (const [sql, params] of [
        ['SELECT length({list:Array(UInt64)})', { list }],
        [`SELECT ${deep}`, {}],
      ] as const)
        await expect(olapOf().query(sql, params)).rejects.toBeInstanceOf(OlapTooLarge);
      expect(await olapOf().query('SELECT 1 AS x', {})).toEqual([{ x: 1 }]);
    });

    it('gives each of many at once its own answer, and lets no parameter outlive its query', async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, n) => olapOf().query('SELECT {n:UInt32} AS n', { n })),
      );
      expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => [{ n }]));
      await expect(olapOf().query('SELECT {n:UInt32}', {})).rejects.toMatchObject({ code: '456' });
    });

    it('runs a light query beside a heavy one', async () => {
      const stop = new AbortController();
      const heavy = olapOf().query(SLEEP, {}, { signal: stop.signal });
      const first = await Promise.race([
        heavy.then(() => 'heavy'),
        olapOf()
          .query('SELECT 1', {})
          .then(() => 'light'),
      ]);
      expect(first).toBe('light');
      stop.abort();
      await expect(heavy).rejects.toThrow();
    });

    it('says what is wrong with a query by the store’s own code', async () => {
      await expect(olapOf().query('SELECT nothing', {})).rejects.toMatchObject({ code: '47' });
      await expect(olapOf().query('SELECT 1 FROM nowhere', {})).rejects.toMatchObject({ code: '60' });
      await expect(olapOf().query('SELECT (', {})).rejects.toMatchObject({ code: '62' });
      await expect(olapOf().query("SELECT throwIf(1, 'no')", {})).rejects.toMatchObject({ code: '395' });
    });

    it('changes nothing, whatever it says', async () => {
      await olapOf().insert('hits', lines([hitRow()]), 'kept');
      for (const sql of ['DROP TABLE hits', 'TRUNCATE TABLE hits', 'ALTER TABLE hits DELETE WHERE 1']) {
        await expect(olapOf().query(sql, {})).rejects.toThrow();
      }
      await expect(olapOf().query('INSERT INTO hits (counter_id) SELECT 1', {})).rejects.toThrow();
      expect(await countOf(olapOf(), 'hits')).toBe(1);
    });

    it('takes one statement at a time', async () => {
      await olapOf().insert('hits', lines([hitRow()]), 'kept');
      for (const sql of ['SELECT 1; DROP TABLE hits', 'SELECT 1; SELECT 2', "SELECT ';' ; DROP TABLE hits"]) {
        await expect(olapOf().query(sql, {})).rejects.toMatchObject({ code: '62' });
        await expect(olapOf().command(sql)).rejects.toMatchObject({ code: '62' });
      }
      expect(await olapOf().query('SELECT 1 AS x;', {})).toEqual([{ x: 1 }]);
      expect(await countOf(olapOf(), 'hits')).toBe(1);
    });

    it('gives up after the time that was asked for', async () => {
      await expect(olapOf().query(SLEEP, {}, { timeoutSeconds: 1 })).rejects.toBeInstanceOf(OlapTimeout);
    });

    it('stops in the store when it is aborted', async () => {
      const stop = new AbortController();
      const query = olapOf().query(SLEEP, {}, { signal: stop.signal });
      query.catch(() => {});
      await expect.poll(running).toBe(1);
      stop.abort(new Error('caller hung up'));
      await expect(query).rejects.toThrow('caller hung up');
      await expect.poll(running).toBe(0);
      const late = olapOf().query('SELECT 1', {}, { signal: stop.signal });
      await expect(late).rejects.toThrow('caller hung up');
    });
  });
}
