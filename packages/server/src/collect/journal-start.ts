/** Makes the journal and the state before it ready after whatever ended the last run. */
import { mkdir, stat } from 'node:fs/promises';
import type { Clock } from '../kit/clock.ts';
import type { Pipeline } from './batch.ts';
import type { CheckpointStore } from './checkpoint.ts';
import { listSegments, sealSegment, segmentPath } from './journal/segment-files.ts';
import type { Log } from '../kit/log.ts';
import type { CounterDirectory } from './ports.ts';
import type { ClosedSegment } from './processor.ts';
import { restore } from './restore.ts';

export interface JournalStart {
  readonly pipeline: Pipeline;
  /** All segments up to this one are in the pipeline's state. */
  readonly segment: number;
  /** Number of the segment to write now. */
  readonly firstNumber: number;
  /** To be processed, in order. */
  readonly waiting: readonly ClosedSegment[];
}

export interface JournalStartDeps {
  readonly dir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints: CheckpointStore;
  readonly directory: CounterDirectory;
  createPipeline(): Pipeline;
}

export async function startJournal(deps: JournalStartDeps): Promise<JournalStart> {
  const { dir, clock, log, checkpoints } = deps;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const segments = await listSegments(dir);
  const newest = segments.at(-1);
  if (newest !== undefined) {
    const cut = await sealSegment(segmentPath(dir, newest));
    if (cut > 0)
      log.info(
        { segment: newest, bytes: cut },
        'The end of the journal was cut off in writing; none of it was acknowledged.',
      );
  }
  const state = (await restore(deps)) ?? (await begin(deps, segments));
  const later = segments.filter((number) => number > state.segment);
  const waiting = await Promise.all(
    later.map(async (number) => ({ number, bytes: (await stat(segmentPath(dir, number))).size })),
  );
  // The first number of all is the time, so that a journal begun anew beside an old store repeats no token.
  const firstNumber = Math.max(state.nextSegment, (newest ?? 0) + 1);
  if ((await checkpoints.list()).length === 0) {
    await checkpoints.write(state.segment, firstNumber, state.pipeline.dump());
  }
  log.info({ segments: waiting.length, from: state.segment + 1 }, 'The journal is ready.');
  return { pipeline: state.pipeline, segment: state.segment, firstNumber, waiting };

  async function begin({ createPipeline, directory }: JournalStartDeps, found: readonly number[]) {
    const pipeline = createPipeline();
    const damaged = await checkpoints.list();
    const first = found[0] ?? Math.max(Math.floor(clock.now() / 1_000), (damaged[0] ?? 0) + 1);
    if (found.length > 0 || damaged.length > 0) {
      log.error(
        { from: first },
        'No checkpoint can be used: visits that were open are lost, and the journal is read from its beginning.',
      );
      // Its settings stood in what is lost; the counters as they are now take their place.
      const records = [...directory.all()].map((config) => ({ k: 'c' as const, t: clock.now(), config }));
      await pipeline.process({ number: first - 1, records });
    }
    return { pipeline, segment: first - 1, nextSegment: first };
  }
}
