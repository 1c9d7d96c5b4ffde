/** Visitors' pasts, on the real engine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateOlap } from '../stores/olap/migrate.ts';
import { startTestOlap, type TestOlap } from '../stores/olap/test-olap.ts';
import { lines, visitRow } from '../stores/olap/test-rows.ts';
import { createVisitorHistory } from './history.ts';

const BIG = '18446744073709551615';
const NOTHING = {
  sourceEngine: '',
  searchPhrase: '',
  utmSource: '',
  utmMedium: '',
  utmCampaign: '',
  utmContent: '',
  utmTerm: '',
  from: '',
  openstat: '',
  profile: '',
  gclid: false,
};
let store: TestOlap;

beforeAll(async () => {
  store = await startTestOlap();
  const first = visitRow({
    visitor_id: BIG,
    visit_id: '10',
    visit_number: 1,
    segment: 5,
    started_at: 1_000,
    first_visit_at: 1_000,
    significant_at: 1_000,
    first_traffic_source: 'ad',
    first_utm_campaign: "it's \\ a; campaign",
    significant_traffic_source: 'ad',
  });
  const second = {
    ...first,
    visit_id: '20',
    visit_number: 2,
    segment: 8,
    started_at: 9_000,
    significant_at: 9_000,
    significant_traffic_source: 'organic',
    significant_source_engine: 'google',
  };
  await store.olap.insert('visits', lines([first, second]), 'a');
  const grown = { ...second, version: 3, started_at: 8_500 };
  const rows = [grown, visitRow({ visitor_id: '7', counter_id: 2, segment: 1 })];
  await store.olap.insert('visits', lines(rows), 'b');
});
afterAll(() => store.close());

it('tells the past by the newest row of the latest visit', async () => {
  const found = await createVisitorHistory(store.olap).lookup(1, [BIG, '7', '404'], 100);
  expect([...found]).toEqual([
    [
      BIG,
      {
        visits: 2,
        firstVisitAt: 1_000,
        lastVisitAt: 8_500,
        first: { ...NOTHING, trafficSource: 'ad', utmCampaign: "it's \\ a; campaign" },
        significant: { ...NOTHING, trafficSource: 'organic', sourceEngine: 'google' },
        significantAt: 9_000,
      },
    ],
  ]);
});

it('[V17] knows only of visits that earlier segments opened', async () => {
  const history = createVisitorHistory(store.olap);
  const past = (before: number) => history.lookup(1, [BIG], before).then((found) => found.get(BIG));
  expect(await past(9)).toMatchObject({ visits: 2 });
  expect(await past(8)).toMatchObject({
    visits: 1,
    lastVisitAt: 1_000,
    significant: { trafficSource: 'ad' },
  });
  expect(await past(5)).toBeUndefined();
});

it('answers for many visitors at once, and for none', async () => {
  const rows = Array.from({ length: 5_001 }, (_, n) =>
    visitRow({ counter_id: 3, visitor_id: String(n), visit_id: String(n), started_at: 1 + n }),
  );
  await store.olap.insert('visits', lines(rows), 'c');
  const history = createVisitorHistory(store.olap);
  const ids = rows.map((row) => row.visitor_id);
  const found = await history.lookup(3, ids, 100);
  expect(found.size).toBe(5_001);
  expect(found.get('5000')?.lastVisitAt).toBe(5_001);
  expect(await history.lookup(3, [], 100)).toEqual(new Map());
});

it('[M89] knows visits of a store from before, and reads no other table', async () => {
  const { olap } = store;
  await olap.command('DROP TABLE visits_to_pasts SYNC');
  await olap.command('DROP TABLE pasts SYNC');
  await olap.command(`ALTER TABLE migrations DELETE WHERE id = '0011-pasts' SETTINGS mutations_sync = 2`);
  const old = ['2025-11-03', '2026-01-09', '2026-03-01'].map((opened_on, n) =>
    visitRow({ counter_id: 4, visitor_id: '1', visit_id: String(n), visit_number: n + 1, opened_on }),
  );
  await olap.insert('visits', lines(old), 'old');
  // Twice: an interrupted migration starts over.
  for (const _ of [1, 2]) {
    await olap.command(`ALTER TABLE migrations DELETE WHERE id = '0011-pasts' SETTINGS mutations_sync = 2`);
    expect(await migrateOlap(olap)).toEqual(['0011-pasts']);
  }
  const asked: string[] = [];
  const history = createVisitorHistory({
    ...olap,
    query: (sql, ...rest) => {
      asked.push(sql);
      return olap.query(sql, ...rest);
    },
  });
  const past = async (counter: number, visitor: string) =>
    (await history.lookup(counter, [visitor], 100)).get(visitor)?.visits;
  expect([await past(4, '1'), await past(1, BIG)]).toEqual([3, 2]);
  for (const sql of asked) expect(sql).not.toMatch(/\bvisits\b\s*(FINAL|WHERE)/);
});

it('[M89] an insert that broke off between both tables is made up for when it comes again', async () => {
  const { olap } = store;
  const [view] = await olap.query<{ sql: string }>(
    `SELECT create_table_query AS sql FROM system.tables WHERE database = currentDatabase() AND name = 'visits_to_pasts'`,
    {},
  );
  const rows = lines([visitRow({ counter_id: 5, visitor_id: '1', visit_number: 7 })]);
  await olap.command('DROP TABLE visits_to_pasts SYNC');
  await olap.insert('visits', rows, 'broken off');
  await olap.command(view?.sql ?? '');
  const history = createVisitorHistory(olap);
  expect((await history.lookup(5, ['1'], 100)).size).toBe(0);
  for (const _ of [1, 2]) await olap.insert('visits', rows, 'broken off');
  expect((await history.lookup(5, ['1'], 100)).get('1')?.visits).toBe(7);
  const count = async (table: string) =>
    (
      await olap.query<{ n: number }>(`SELECT toUInt32(count()) AS n FROM ${table} WHERE counter_id = 5`, {})
    )[0]?.n;
  expect([await count('visits'), await count('pasts')]).toEqual([1, 1]);
});
