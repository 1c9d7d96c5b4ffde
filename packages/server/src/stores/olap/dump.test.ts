/** A backup holds every table of the analytics store, those that are added later too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANALYTICS_TABLES } from '../../backup/port.ts';
import { createAnalyticsSink } from './dump.ts';
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
