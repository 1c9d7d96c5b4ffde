/**
 * CPU microseconds that the analytics engine takes for a hit: the pipeline's rows, put into a store of their own.
 * Prints one JSON line. Arguments: segments, hits a segment.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOlap } from '../packages/server/src/stores/olap/open.ts';
import { migrateOlap } from '../packages/server/src/stores/olap/migrate.ts';
import { goal, pipelineWith, segmentOf } from './hits.ts';
import { cpuTimes } from './machine.ts';

const [segments = 10, hitsASegment = 8_000] = process.argv.slice(2).map(Number);
/** Merges begin by themselves, after the inserts. */
const MERGES_MS = 15_000;
const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-engine-'));
const { olap, ready } = openOlap({ dataDir, clickhouseUrl: null });
try {
  await ready();
  await migrateOlap(olap);
  const pipeline = await pipelineWith([goal(1, 'action', 'order_sent')], () => Promise.resolve());
  const own = { hits: 0, visits: 0 };
  const engine = (): number => cpuTimes(process.pid).get('engine') ?? 0;
  const start = engine();
  for (let number = 1; number <= segments; number++) {
    const batch = await pipeline.process(segmentOf(number, hitsASegment));
    for (const table of ['hits', 'visits'] as const) {
      const before = engine();
      await olap.insert(table, batch[table], `seg-${number}-${table}`);
      own[table] += engine() - before;
    }
  }
  const inserted = engine() - start;
  await new Promise((resolve) => setTimeout(resolve, MERGES_MS));
  const hits = segments * hitsASegment;
  const per = (time: number): number => Number((time / hits).toFixed(1));
  process.stdout.write(
    `${JSON.stringify({ hits, hitsInsert: per(own.hits), visitsInsert: per(own.visits), all: per(inserted), withMerges: per(engine() - start) })}\n`,
  );
} finally {
  await olap.close();
  rmSync(dataDir, { recursive: true, force: true });
}
