/** Uploads of costs in both kinds of stores. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openRecords } from '../open.ts';
import { startTestPostgres, type TestPostgres } from '../test-postgres.ts';
import { openTestRecords } from '../test-records.ts';
import { registerCostUploadContract } from './cost-upload-store.contract.ts';
import { createCostUploadStore } from './cost-upload-store.ts';

const clock = { now: () => 1_790_000_000_000 };

describe('SQLite', () => {
  registerCostUploadContract(async () => {
    const records = await openTestRecords();
    return { costUploads: createCostUploadStore(records, clock), close: () => records.close() };
  });
});

describe('PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startTestPostgres();
  });
  afterAll(() => server.close());
  registerCostUploadContract(async () => {
    const records = await openRecords({ dataDir: '', databaseUrl: await server.migrated() });
    return { costUploads: createCostUploadStore(records, clock), close: () => records.close() };
  });
});
