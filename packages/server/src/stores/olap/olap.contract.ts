/** What every `Olap` must do, the embedded engine and a ClickHouse server alike. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerExpiring } from './expiring.contract.ts';
import { migrateOlap, OLAP_MIGRATIONS } from './migrate.ts';
import { OlapTimeout, OlapUnavailable, type Olap } from '../../kit/olap.ts';
import { hitRow, lines, visitRow } from './test-rows.ts';

export interface OlapFixture {
  /** Not yet migrated. */
  readonly olap: Olap;
  close(): Promise<void>;
}

const HOSTILE = [
  '',
  "'",
  "\\'",
  "' OR 1=1 --",
  "'; DROP TABLE hits; --",
  '\\',
  '\\\\',
  '\\n',
  'line\nbreak\r\n\ttab',
  '\0',
  'nul\0within',
  '\u0001\u001F\u007F\u2028\uFEFF',
  '"`$$;{x:String}}%s%%',
  '$tag$ ; $tag$',
  '/* */ -- #!',
  '\u{1F6D2} пример 例',
  '\\N',
  'NULL',
  "['a','b']",
  '\u{10FFFF}',
];
const BIG = '18446744073709551615';

export function registerOlapContract(make: () => Promise<OlapFixture>): void {
  describe('analytics store', () => {
    let fixture: OlapFixture;
    let olap: Olap;
    beforeAll(async () => {
      fixture = await make();
      olap = fixture.olap;
      await migrateOlap(olap);
    });
    beforeEach(async () => {
      await olap.command('TRUNCATE TABLE hits');
      await olap.command('TRUNCATE TABLE visits');
    });
    afterAll(() => fixture.close());

    registerExpiring(() => olap);

    const count = async (table: 'hits' | 'visits'): Promise<number> => {
      const [row] = await olap.query<{ n: string }>(`SELECT count() AS n FROM ${table}`, {});
      return Number(row?.n);
    };
    const running = async (): Promise<number> => {
      const sql = `SELECT count() AS n FROM system.processes WHERE query LIKE '%numbers(400)%'
        AND query NOT LIKE '%system.processes%'`;
      return Number((await olap.query<{ n: string }>(sql, {}))[0]?.n);
    };
    const SLEEP = 'SELECT sleepEachRow(0.05) FROM numbers(400) SETTINGS max_block_size = 1';

    describe('queries', () => {
      it('answers 64-bit integers as text, other values as they are', async () => {
        const sql = `SELECT toUInt64(${BIG}) AS u, toInt64(-5) AS i, 7::UInt32 AS n, 0.5 AS f, true AS b,
          toDateTime(0) AS t, NULL AS z, [toUInt64(1)] AS a`;
        expect(await olap.query(sql, {})).toEqual([
          { u: BIG, i: '-5', n: 7, f: 0.5, b: true, t: '1970-01-01 00:00:00', z: null, a: ['1'] },
        ]);
        expect(await olap.query('SELECT 1 AS x WHERE 0', {})).toEqual([]);
      });

      it('binds every text as it is, alone and in arrays', async () => {
        for (const value of HOSTILE) {
          const rows = await olap.query('SELECT {value:String} AS value', { value });
          expect(rows).toEqual([{ value }]);
        }
        const rows = await olap.query('SELECT {values:Array(String)} AS given', { values: HOSTILE });
        expect(rows).toEqual([{ given: HOSTILE }]);
      });

      it('binds numbers, lists of 64-bit numbers, nothing, and names', async () => {
        const params = { big: BigInt(BIG), list: [BigInt(BIG), 1n], none: null, table: 'hits', flag: true };
        const sql = `SELECT {big:UInt64} AS big, {list:Array(UInt64)} AS list, {none:Nullable(String)} AS none,
          {flag:Bool} AS flag, count() AS n FROM {table:Identifier}`;
        expect(await olap.query(sql, params)).toEqual([
          { big: BIG, list: [BIG, '1'], none: null, flag: true, n: '0' },
        ]);
      });

      it('binds a list as long as a lookup of visitors makes it', async () => {
        const ids = Array.from({ length: 5_000 }, (_, n) => BigInt(BIG) - BigInt(n));
        const sql = 'SELECT length({ids:Array(UInt64)}) AS n, arrayMin({ids:Array(UInt64)}) AS least';
        expect(await olap.query(sql, { ids })).toEqual([{ n: '5000', least: String(BigInt(BIG) - 4_999n) }]);
      });

      it('gives each of many at once its own answer, and lets no parameter outlive its query', async () => {
        const answers = await Promise.all(
          Array.from({ length: 200 }, (_, n) => olap.query('SELECT {n:UInt32} AS n', { n })),
        );
        expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => [{ n }]));
        await expect(olap.query('SELECT {n:UInt32}', {})).rejects.toMatchObject({ code: '456' });
      });

      it('runs a light query beside a heavy one', async () => {
        const stop = new AbortController();
        const heavy = olap.query(SLEEP, {}, { signal: stop.signal });
        const first = await Promise.race([
          heavy.then(() => 'heavy'),
          olap.query('SELECT 1', {}).then(() => 'light'),
        ]);
        expect(first).toBe('light');
        stop.abort();
        await expect(heavy).rejects.toThrow();
      });

      it('says what is wrong with a query by the store’s own code', async () => {
        await expect(olap.query('SELECT nothing', {})).rejects.toMatchObject({ code: '47' });
        await expect(olap.query('SELECT 1 FROM nowhere', {})).rejects.toMatchObject({ code: '60' });
        await expect(olap.query('SELECT (', {})).rejects.toMatchObject({ code: '62' });
        await expect(olap.query("SELECT throwIf(1, 'no')", {})).rejects.toMatchObject({ code: '395' });
      });

      it('changes nothing, whatever it says', async () => {
        await olap.insert('hits', lines([hitRow()]), 'kept');
        for (const sql of ['DROP TABLE hits', 'TRUNCATE TABLE hits', 'ALTER TABLE hits DELETE WHERE 1']) {
          await expect(olap.query(sql, {})).rejects.toThrow();
        }
        await expect(olap.query('INSERT INTO hits (counter_id) SELECT 1', {})).rejects.toThrow();
        expect(await count('hits')).toBe(1);
      });

      it('takes one statement at a time', async () => {
        await olap.insert('hits', lines([hitRow()]), 'kept');
        for (const sql of [
          'SELECT 1; DROP TABLE hits',
          'SELECT 1; SELECT 2',
          "SELECT ';' ; DROP TABLE hits",
        ]) {
          await expect(olap.query(sql, {})).rejects.toMatchObject({ code: '62' });
          await expect(olap.command(sql)).rejects.toMatchObject({ code: '62' });
        }
        expect(await olap.query('SELECT 1 AS x;', {})).toEqual([{ x: 1 }]);
        expect(await count('hits')).toBe(1);
      });

      it('gives up after the time that was asked for', async () => {
        await expect(olap.query(SLEEP, {}, { timeoutSeconds: 1 })).rejects.toBeInstanceOf(OlapTimeout);
      });

      it('stops in the store when it is aborted', async () => {
        const stop = new AbortController();
        const query = olap.query(SLEEP, {}, { signal: stop.signal });
        query.catch(() => {});
        await expect.poll(running).toBe(1);
        stop.abort(new Error('caller hung up'));
        await expect(query).rejects.toThrow('caller hung up');
        await expect.poll(running).toBe(0);
        const late = olap.query('SELECT 1', {}, { signal: stop.signal });
        await expect(late).rejects.toThrow('caller hung up');
      });
    });

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
        await olap.insert('hits', lines([row]), 'columns');
        const sql = `SELECT * REPLACE (toUnixTimestamp(at) AS at,
          arrayMap(t -> toUnixTimestamp(t), goal_times) AS goal_times) FROM hits`;
        expect(await olap.query(sql, {})).toEqual([
          {
            ...row,
            segment: '1',
            goal_ids: ['1000001', '1000002'],
            // Left out of the line where a hit has none.
            products: [],
            purchases: [],
            promotions: [],
          },
        ]);
      });

      it('keeps every column of a visit', async () => {
        const row = visitRow({
          first_utm_term: 'x',
          significant_source_engine: 'google',
          previous_visit_at: 7,
        });
        await olap.insert('visits', lines([row]), 'columns');
        const times = ['started_at', 'ended_at', 'first_visit_at', 'previous_visit_at', 'significant_at'];
        const replaced = times.map((time) => `toUnixTimestamp(${time}) AS ${time}`).join(', ');
        const rows = await olap.query(`SELECT * REPLACE (${replaced}) FROM visits`, {});
        expect(rows).toEqual([{ ...row, segment: '1' }]);
      });

      it('takes a buffer, and text that looks like the end of the rows', async () => {
        const titles = ['"}\n', '"};\n\n; DROP TABLE hits;\n', '\\"', '}{', '\\', ';', '\\\\";', '\u2028'];
        const rows = titles.map((title, n) => hitRow({ hit_id: String(n), title }));
        await olap.insert('hits', Buffer.from(lines(rows)), 'buffer');
        const found = await olap.query<{ title: string }>('SELECT title FROM hits ORDER BY hit_id', {});
        expect(found.map((row) => row.title)).toEqual(titles);
      });

      it('refuses a batch with a broken row whole', async () => {
        const broken = `${lines([hitRow()])}{"counter_id": "x"}\n`;
        await expect(olap.insert('hits', broken, 'broken')).rejects.not.toBeInstanceOf(OlapUnavailable);
        await expect(olap.insert('hits', '{"nowhere":1}\n', 'unknown')).rejects.toThrow();
        expect(await count('hits')).toBe(0);
      });

      it('stores the same token once, whatever comes with it', async () => {
        await olap.insert('hits', lines([hitRow()]), 'seg-1-hits');
        await olap.insert('hits', lines([hitRow()]), 'seg-1-hits');
        await olap.insert('hits', lines([hitRow({ hit_id: '2' })]), 'seg-1-hits');
        expect(await count('hits')).toBe(1);
        await olap.insert('hits', lines([hitRow()]), 'seg-2-hits');
        expect(await count('hits')).toBe(2);
        await olap.insert('visits', lines([visitRow()]), 'seg-1-hits');
        expect(await count('visits')).toBe(1);
      });

      it('stores the same token once when many come at once', async () => {
        const same = Array.from({ length: 6 }, () => olap.insert('hits', lines([hitRow()]), 'at once'));
        await Promise.all(same);
        expect(await count('hits')).toBe(1);
      });

      it('completes a batch over two months of which only one had landed', async () => {
        const september = hitRow({ hit_id: '1' });
        const october = hitRow({ hit_id: '2', at: september.at + 20 * 86_400 });
        await olap.insert('hits', lines([september]), 'two months');
        await olap.insert('hits', lines([september, october]), 'two months');
        await olap.insert('hits', lines([september, october]), 'two months');
        const rows = await olap.query('SELECT hit_id FROM hits ORDER BY hit_id', {});
        expect(rows).toEqual([{ hit_id: '1' }, { hit_id: '2' }]);
      });

      it('stores a large batch whole, and once', async () => {
        const rows = Array.from({ length: 30_000 }, (_, n) => hitRow({ hit_id: String(n), title: `№${n}` }));
        const batch = lines(rows);
        await olap.insert('hits', batch, 'large');
        await olap.insert('hits', batch, 'large');
        const [row] = await olap.query('SELECT count() AS n, uniqExact(hit_id) AS u FROM hits', {});
        expect(row).toEqual({ n: '30000', u: '30000' });
      });
    });

    it('shows with FINAL one row a visit, the one of the highest version, in whatever order they come', async () => {
      const versions = [2, 5, 1, 4, 3];
      for (const version of versions) {
        const rows = ['1', '2', BIG].map((id) => visitRow({ visit_id: id, version, hits: version }));
        await olap.insert('visits', lines(rows), `v${version}`);
      }
      const other = visitRow({ visit_id: '1', counter_id: 2, hits: 9 });
      await olap.insert('visits', lines([other]), 'other counter');
      const sql = 'SELECT counter_id, visit_id, hits FROM visits FINAL ORDER BY counter_id, visit_id';
      const expected = [
        { counter_id: 1, visit_id: '1', hits: 5 },
        { counter_id: 1, visit_id: '2', hits: 5 },
        { counter_id: 1, visit_id: BIG, hits: 5 },
        { counter_id: 2, visit_id: '1', hits: 9 },
      ];
      expect(await olap.query(sql, {})).toEqual(expected);
      await olap.command('OPTIMIZE TABLE visits FINAL');
      expect(await olap.query(sql, {})).toEqual(expected);
      expect(await count('visits')).toBe(4);
    });

    it('is healthy', async () => {
      expect(await olap.healthy()).toBe(true);
    });
  });

  describe('migrations', () => {
    let fixture: OlapFixture;
    beforeAll(async () => {
      fixture = await make();
    });
    afterAll(() => fixture.close());

    it('run once, and again to no effect', async () => {
      expect(await migrateOlap(fixture.olap)).toEqual(OLAP_MIGRATIONS.map(({ id }) => id));
      expect(await migrateOlap(fixture.olap)).toEqual([]);
    });

    it('that were interrupted between statements are finished by the next run', async () => {
      const create = (name: string): string =>
        `CREATE TABLE IF NOT EXISTS ${name} (x UInt8) ENGINE = MergeTree ORDER BY x`;
      const broken = [
        ...OLAP_MIGRATIONS,
        { id: '9002-test', statements: [create('one'), 'CREATE TABLE two (x Nothing)'] },
      ];
      await expect(migrateOlap(fixture.olap, broken)).rejects.toThrow(/Nothing|two/);
      const whole = [
        ...OLAP_MIGRATIONS,
        { id: '9002-test', statements: [create('one'), create('two')] },
        { id: '9003-test', statements: ['ALTER TABLE two ADD COLUMN IF NOT EXISTS y UInt8'] },
      ];
      expect(await migrateOlap(fixture.olap, whole)).toEqual(['9002-test', '9003-test']);
      expect(await fixture.olap.query('SELECT x, y FROM two', {})).toEqual([]);
    });
  });
}
