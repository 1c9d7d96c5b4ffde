/** That the tables are brought up to date whole, or not at all. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrateRecords } from './migrate.ts';
import { openSqlite } from './open.ts';

it('a change that fails leaves none of those before it, and the next start makes them all', async () => {
  const { db, dialect, ...records } = openSqlite(':memory:');
  // One of the later changes makes a table of this name.
  await sql`CREATE VIEW passkeys AS SELECT 1 AS id`.execute(db);
  const tables = async () => (await db.introspection.getTables()).map(({ name }) => name);

  await expect(migrateRecords({ db, dialect, ...records })).rejects.toThrow('could not be migrated');
  expect(await tables()).toEqual(['migrations', 'migrations_lock', 'passkeys']);

  await sql`DROP VIEW passkeys`.execute(db);
  await migrateRecords({ db, dialect, ...records });
  expect(await tables()).toContain('counters');
  expect(await migrateRecords({ db, dialect, ...records })).toEqual([]);
  await records.close();
});
