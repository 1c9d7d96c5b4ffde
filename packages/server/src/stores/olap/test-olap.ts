/** For tests: a real embedded engine on a folder of its own, migrated. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrateOlap, OLAP_MIGRATIONS, type OlapMigration } from './migrate.ts';
import { openOlap } from './open.ts';
import type { Olap, QueryOptions, SqlParams } from '../../kit/olap.ts';

const MEMORY_BYTES = 1024 ** 3;
/** A limit of a few seconds is a test's own; longer ones are for people who wait, and no machine is that busy. */
const OWN_LIMIT_SECONDS = 5;
const PATIENT_SECONDS = 600;

/** Asks as the store does, and gives up only when something hangs. */
function patient(olap: Olap): Olap {
  const limit = (seconds = PATIENT_SECONDS) =>
    seconds < OWN_LIMIT_SECONDS ? seconds : Math.max(seconds, PATIENT_SECONDS);
  return {
    ...olap,
    query: <Row>(sql: string, params: SqlParams, options: QueryOptions = {}) =>
      olap.query<Row>(sql, params, { ...options, timeoutSeconds: limit(options.timeoutSeconds) }),
  };
}

export interface TestOlap {
  readonly olap: Olap;
  readonly dataDir: string;
  /** The engine's process, for tests that kill it. */
  readonly enginePid: () => number | undefined;
  /** Resolves when the engine answers (again). */
  readonly ready: () => Promise<void>;
  close(): Promise<void>;
}

export async function startTestOlap(
  migrations: readonly OlapMigration[] = OLAP_MIGRATIONS,
): Promise<TestOlap> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'goalpost-olap-'));
  const opened = openOlap({ dataDir, clickhouseUrl: null, memoryBytes: MEMORY_BYTES });
  await opened.ready();
  await migrateOlap(opened.olap, migrations);
  return {
    olap: patient(opened.olap),
    dataDir,
    enginePid: opened.enginePid,
    ready: opened.ready,
    async close() {
      await opened.olap.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
