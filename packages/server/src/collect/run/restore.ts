/** Finds the newest state that can be used, at a start or after a fault. */
import { stat } from 'node:fs/promises';
import type { Pipeline } from './batch.ts';
import type { CheckpointStore } from './checkpoint.ts';
import { segmentPath } from '../journal/segment-files.ts';
import type { Log } from '../../kit/log.ts';

export interface Restored {
  readonly pipeline: Pipeline;
  /** All segments up to this one are in the state. */
  readonly segment: number;
  readonly nextSegment: number;
}

export interface RestoreDeps {
  readonly dir: string;
  readonly checkpoints: CheckpointStore;
  readonly log: Log;
  createPipeline(): Pipeline;
}

/** Null: there is no checkpoint that can be used. */
export async function restore({
  dir,
  checkpoints,
  log,
  createPipeline,
}: RestoreDeps): Promise<Restored | null> {
  const found = await checkpoints.list();
  for (const [place, segment] of found.entries()) {
    const newest = found[0] ?? segment;
    // An older one serves only if the journal after it is still there.
    if (place > 0 && !(await exists(segmentPath(dir, newest)))) break;
    try {
      const checkpoint = await checkpoints.open(segment);
      const pipeline = createPipeline();
      await pipeline.load(checkpoint.lines());
      return {
        pipeline,
        segment: checkpoint.segment,
        nextSegment: Math.max(checkpoint.nextSegment, newest + 1),
      };
    } catch (error) {
      log.error({ segment, error: String(error) }, 'A checkpoint is damaged and is not used.');
    }
  }
  return null;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
