/** Finds the newest state that can be used, at a start or after a fault. */
import { stat } from 'node:fs/promises';
import type { Pipeline } from './batch.ts';
import type { CheckpointStore } from './checkpoint.ts';
import type { DamagedFiles } from '../journal/damaged-files.ts';
import { segmentPath } from '../journal/segment-files.ts';

export interface Restored {
  readonly pipeline: Pipeline;
  /** All segments up to this one are in the state. */
  readonly segment: number;
  readonly nextSegment: number;
}

export interface RestoreDeps {
  readonly dir: string;
  readonly checkpoints: CheckpointStore;
  readonly damagedFiles: DamagedFiles;
  createPipeline(): Pipeline;
}

/** Null: there is no checkpoint that can be used. */
export async function restore({
  dir,
  checkpoints,
  damagedFiles,
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
      // Who may read it is for the operator to mend; nothing of it is lost.
      if (REFUSED.includes((error as NodeJS.ErrnoException).code)) throw error;
      await damagedFiles.once(checkpoints.pathOf(segment), `A checkpoint is not used: ${String(error)}.`);
    }
  }
  return null;
}

const REFUSED: readonly unknown[] = ['EACCES', 'EPERM'];

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
