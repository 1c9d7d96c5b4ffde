/** Another program that reads SQLite's file keeps its log as it is, and so what was deleted. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openSqlite } from '../open.ts';
import { createPersonRecords } from './person-records.ts';

it('[P50] is told where another program reads, and clears the files once it has ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-test-'));
  const file = join(folder, 'records.db');
  const records = openSqlite(file);
  const { scrub } = createPersonRecords(records);
  const inFiles = async (): Promise<boolean> => {
    const texts = await Promise.all([file, `${file}-wal`].map((one) => readFile(one, 'latin1')));
    return texts.some((text) => text.includes('zelda-quirk'));
  };
  await sql`CREATE TABLE said (text TEXT)`.execute(records.db);
  await sql`INSERT INTO said VALUES ('zelda-quirk')`.execute(records.db);
  const backup = new DatabaseSync(file, { readOnly: true });
  backup.exec('BEGIN');
  backup.prepare('SELECT count(*) FROM said').get();
  await sql`DELETE FROM said`.execute(records.db);
  expect([await scrub(), await inFiles()]).toEqual([false, true]);
  backup.exec('COMMIT');
  expect([await scrub(), await inFiles()]).toEqual([true, false]);
  backup.close();
  await records.close();
  await rm(folder, { recursive: true });
});
