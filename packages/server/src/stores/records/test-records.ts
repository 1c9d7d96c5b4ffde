/** For tests: a records store in memory, migrated. */
import { migrateRecords } from './migrate.ts';
import { openSqlite, type Records } from './open.ts';

export async function openTestRecords(): Promise<Records> {
  const records = openSqlite(':memory:');
  await migrateRecords(records);
  return records;
}
