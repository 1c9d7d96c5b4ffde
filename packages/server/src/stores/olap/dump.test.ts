/** A backup holds every table of the analytics store, those that are added later too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANALYTICS_TABLES } from '../../backup/port.ts';
import { startTestOlap, type TestOlap } from './test-olap.ts';

/** What a restore makes by itself: the list of migrations, and whose store it is. All days are open then [M77]. */
const MADE_BY_RESTORE = ['closed_days', 'installation', 'migrations'];

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
