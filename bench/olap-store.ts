/** An embedded analytics store of its own, for a bench that asks it: with all tables, and gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Olap } from '../packages/server/src/kit/olap.ts';
import { migrateOlap, openOlap } from '../packages/server/src/stores/olap/index.ts';

export async function withOlap(work: (olap: Olap) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-bench-'));
  const opened = openOlap({ dataDir, clickhouseUrl: null });
  try {
    await opened.ready();
    await migrateOlap(opened.olap);
    await work(opened.olap);
  } finally {
    await opened.olap.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
