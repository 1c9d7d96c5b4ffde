/** Retention in both kinds of stores. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openRecords } from '../open.ts';
import { startTestPostgres, type TestPostgres } from '../test-postgres.ts';
import { openTestRecords } from '../test-records.ts';
import { registerRetentionContract } from './retention-store.contract.ts';

describe('SQLite', () => {
  registerRetentionContract(async () => {
    const records = await openTestRecords();
    return { db: records.db, close: () => records.close() };
  });
});

describe('PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startTestPostgres();
  });
  afterAll(() => server.close());
  registerRetentionContract(async () => {
    const records = await openRecords({ dataDir: '', databaseUrl: await server.migrated() });
    return { db: records.db, close: () => records.close() };
  });
});
