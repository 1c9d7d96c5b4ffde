/** A backup holds every table of the analytics store, those that are added later too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANALYTICS_TABLES, type AnalyticsTable } from '../../backup/port.ts';
import { createAnalyticsSink, createAnalyticsSource } from './dump.ts';
import { startTestOlap, type TestOlap } from './test-olap.ts';
import { lines, visitRow } from './test-rows.ts';

/** What a restore makes by itself: migrations, whose store it is, pasts of visits [M89]. All days are open then [M77]. */
const MADE_BY_RESTORE = ['closed_days', 'installation', 'migrations', 'pasts'];

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
});
afterAll(() => store.close());

it('[K1] every table is backed up', async () => {
  const tables = await store.olap.query<{ name: string }>(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine NOT LIKE '%View%'`,
    {},
  );
  expect(tables.map(({ name }) => name).toSorted()).toEqual(
    [...ANALYTICS_TABLES, ...MADE_BY_RESTORE].toSorted(),
  );
});

it('[M89] a restore of visits makes their pasts', async () => {
  const sink = createAnalyticsSink(store.olap);
  await sink.insert('visits', lines([visitRow({ visitor_id: '5' })]), 'restored');
  expect(await store.olap.query('SELECT visitor_id FROM pasts', {})).toEqual([{ visitor_id: '5' }]);
});

/** What is long past goes from this table by itself. */
const NOW: Partial<Record<AnalyticsTable, [columns: string, values: string]>> = {
  resting_visitors: [', last_arrival', ', now()'],
};
const ALL = Number.MAX_SAFE_INTEGER;
const columnsOf = (table: string, what: string) =>
  store.olap.query<{ name: string; type: string }>(
    `SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = {table:String} AND ${what}`,
    { table },
  );

it.each(ANALYTICS_TABLES)(
  '[K3] rows of %s with nothing but a counter have a sum, which each value changes',
  async (table) => {
    const source = createAnalyticsSource(store.olap);
    const [ats, times] = NOW[table] ?? ['', ''];
    const sums: string[] = [];
    const fill = async (columns: string, values: string) => {
      await store.olap.command(`TRUNCATE TABLE ${table}`);
      await store.olap.command(
        `INSERT INTO ${table} (counter_id${ats}${columns}) SELECT 77${times}${values}`,
      );
      sums.push(...(await source.units(table, ALL)).map(({ sum }) => sum));
    };
    await fill('', '');
    const empty = await columnsOf(table, `type LIKE 'Nullable(%'`);
    for (const { name } of empty) for (const value of ['0', '1']) await fill(`, ${name}`, `, ${value}`);
    await store.olap.command(`TRUNCATE TABLE ${table}`);
    for (const sum of sums) expect(sum).toMatch(/^\d+$/);
    expect(new Set(sums).size).toBe(1 + 2 * empty.length);
  },
);

/** Many rows of no visitor among the others, as uploads have them. */
const valueOf = ({ name, type }: { readonly name: string; readonly type: string }) =>
  name === 'visitor_id'
    ? 'if(number % 3 = 0, 0, number * 7)'
    : type === 'String'
      ? 'toString(number)'
      : 'number';

it.each(ANALYTICS_TABLES)(
  '[K1] a large day of %s is read in pieces, and nothing of it is left out',
  async (table) => {
    const source = createAnalyticsSource(store.olap);
    const [ats, times] = NOW[table] ?? ['', ''];
    const keys = await columnsOf(
      table,
      `(is_in_sorting_key OR name = 'visitor_id') AND name LIKE '%\\_id' AND name != 'counter_id'`,
    );
    await store.olap.command(
      `INSERT INTO ${table} (counter_id, ${keys.map(({ name }) => name).join(', ')}${ats})
     SELECT 78, ${keys.map(valueOf).join(', ')}${times}
     FROM numbers(60003)`,
    );
    const units = await source.units(table, ALL);
    expect(units.length).toBeGreaterThan(1);
    let rows = 0;
    for (const unit of units) rows += (await source.lines(unit, ALL)).length;
    await store.olap.command(`TRUNCATE TABLE ${table}`);
    expect(rows).toBe(60_003);
    expect(units.reduce((sum, unit) => sum + unit.rows, 0)).toBe(rows);
  },
);
