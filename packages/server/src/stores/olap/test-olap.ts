/** For tests: a real embedded engine on a folder of its own, migrated. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrateOlap, OLAP_MIGRATIONS, type OlapMigration } from './migrate.ts';
import { openOlap } from './open.ts';
import type { Olap } from '../../kit/olap.ts';

const MEMORY_BYTES = 1024 ** 3;

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
    olap: opened.olap,
    dataDir,
    enginePid: opened.enginePid,
    ready: opened.ready,
    async close() {
      await opened.olap.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
