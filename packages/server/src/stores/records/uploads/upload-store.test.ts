/** Uploads in both kinds of stores. */
import { afterAll, beforeAll, describe } from 'vitest';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import { createCounterStore } from '../counters/counter-store.ts';
import { openRecords, type Records } from '../open.ts';
import { startTestPostgres, type TestPostgres } from '../test-postgres.ts';
import { openTestRecords } from '../test-records.ts';
import { registerUploadContract } from './upload-store.contract.ts';
import { createUploadStore } from './upload-store.ts';

const clock = { now: () => 1_790_000_000_000 };

function storesOf(records: Records) {
  const counters = createCounterStore(records.db);
  return {
    uploads: createUploadStore(records, clock),
    hasUploads: async (id: number) => (await counters.get(id))?.hasUploads === true,
    async makeCounter() {
      const made = await counters.create('ann', null, SETTINGS, clock.now());
      if (typeof made === 'string') throw new Error(made);
      return made.id;
    },
    close: () => records.close(),
  };
}

describe('SQLite', () => {
  registerUploadContract(async () => storesOf(await openTestRecords()));
});

describe('PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startTestPostgres();
  });
  afterAll(() => server.close());
  registerUploadContract(async () =>
    storesOf(await openRecords({ dataDir: '', databaseUrl: await server.migrated() })),
  );
});
