/** Makes the journal and the state before it ready after whatever ended the last run. */
import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../kit/clock.ts';
import type { Pipeline } from './batch.ts';
import type { CheckpointStore } from './checkpoint.ts';
import type { DamagedFiles } from '../journal/damaged-files.ts';
import type { DamageReport } from '../journal/damage-report.ts';
import type { ClosedSegment } from '../journal/journal.ts';
import type { SegmentHead } from '../journal/record-line.ts';
import { listSegments, sealSegment, segmentPath } from '../journal/segment-files.ts';
import { readHead, readSegment } from '../journal/segment-reader.ts';
import type { Log } from '../../kit/log.ts';
import type { CurrentSettings } from '../journal/lost-settings.ts';
import { restore } from './restore.ts';

export interface JournalStart {
  readonly pipeline: Pipeline;
  /** All segments up to this one are in the pipeline's state. */
  readonly segment: number;
  /** Number of the segment to write now. */
  readonly firstNumber: number;
  /** What that segment says of the one before it. */
  readonly previous: SegmentHead;
  /** To be processed, in order. */
  readonly waiting: readonly ClosedSegment[];
}

export interface JournalStartDeps {
  readonly dir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints: CheckpointStore;
  readonly settings: CurrentSettings;
  readonly damage: DamageReport;
  readonly damagedFiles: DamagedFiles;
  /** The journal goes on above this number, where another store knows of higher ones than the folder does. */
  readonly segmentsKnown: number;
  createPipeline(): Pipeline;
}

const NOTHING_BEFORE: SegmentHead = { after: 0, records: 0, settings: 0 };
/** Numbers of missing segments that are told one by one. */
const MOST_MISSING = 1_000;

export async function startJournal(deps: JournalStartDeps): Promise<JournalStart> {
  const { dir, clock, log, checkpoints } = deps;
  const segments = await listSegments(dir);
  const newest = segments.at(-1);
  const state = (await restore(deps)) ?? (await begin(deps, segments));
  const previous = newest === undefined ? NOTHING_BEFORE : await endOf(newest);
  const later = segments.filter((number) => number > state.segment);
  const heads = await Promise.all(later.map((number) => readHead(segmentPath(dir, number), number)));
  await tellMissing();
  const waiting = await Promise.all(
    later.map(async (number, index) => {
      const next = heads[index + 1];
      const { size } = await stat(segmentPath(dir, number));
      return { number, bytes: size, held: next?.after === number ? next : null };
    }),
  );
  // The first number of all is the time, so that a new journal beside an old store repeats no token.
  const firstNumber = Math.max(state.nextSegment, (newest ?? 0) + 1, deps.segmentsKnown + 1);
  if ((await checkpoints.list()).length === 0) {
    await checkpoints.write(state.segment, firstNumber, state.pipeline.dump());
  }
  log.info({ segments: waiting.length, from: state.segment + 1 }, 'The journal is ready.');
  return { pipeline: state.pipeline, segment: state.segment, firstNumber, previous, waiting };

  /** Reads the segment that was being written last, on disk for certain, and tells what of it cannot be read. */
  async function endOf(number: number): Promise<SegmentHead> {
    const path = segmentPath(dir, number);
    await sealSegment(path);
    const contents = await readSegment(path, number, () => setImmediate());
    // What is stored already loses nothing.
    if (number > state.segment) await deps.damage.newest(number, contents);
    return { after: number, ...contents.held };
  }

  /** A segment that the checkpoint or a later segment knows of, and that is not there. */
  async function tellMissing(): Promise<void> {
    const known = new Map<number, SegmentHead | null>();
    const present = new Set(segments);
    const expect = (from: number, to: number, head: SegmentHead | null) => {
      for (let number = Math.max(from, to - MOST_MISSING); number <= to; number++)
        if (number > state.segment && !present.has(number)) known.set(number, number === to ? head : null);
    };
    for (const [index, head] of heads.entries())
      if (head !== null && head.after > 0) expect(later[index - 1] ?? state.segment, head.after, head);
    expect(later.at(-1) ?? state.segment, state.nextSegment - 1, null);
    for (const [number, held] of known) await deps.damage.missing(number, held);
  }

  async function begin({ createPipeline, settings }: JournalStartDeps, found: readonly number[]) {
    const pipeline = createPipeline();
    const damaged = await checkpoints.list();
    const first = found[0] ?? Math.max(Math.floor(clock.now() / 1_000), (damaged[0] ?? 0) + 1);
    if (found.length > 0 || damaged.length > 0) {
      log.error(
        { from: first },
        'No checkpoint can be used: visits that were open are lost, and the journal is read from its beginning.',
      );
      // Its settings stood in what is lost; the counters as they are now take their place.
      await pipeline.process({ number: first - 1, records: await settings() });
    }
    return { pipeline, segment: first - 1, nextSegment: first };
  }
}
