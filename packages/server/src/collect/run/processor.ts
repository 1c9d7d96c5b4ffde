/**
 * Closed segments in, stored rows out: in order, one at a time, never giving up. What is stored is checkpointed
 * now and then, and the journal before the checkpoint removed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../kit/clock.ts';
import type { Batch, Pipeline, Segment } from './batch.ts';
import type { BatchStore } from './batch-store.ts';
import type { CheckpointStore } from './checkpoint.ts';
import type { DamagedFiles } from '../journal/damaged-files.ts';
import type { DamageReport } from '../journal/damage-report.ts';
import type { ClosedSegment } from '../journal/journal.ts';
import { leftOutOf } from '../journal/left-out.ts';
import { type CurrentSettings, lostSettingsOf } from '../journal/lost-settings.ts';
import { listSegments, removeSegment, segmentPath } from '../journal/segment-files.ts';
import { againstHeld, readSegment, type SegmentContents } from '../journal/segment-reader.ts';
import type { Log } from '../../kit/log.ts';
import { createBacklog } from './backlog.ts';
import { findPoison } from './poison.ts';
import { restore } from './restore.ts';
import { retrying, Stopped } from '../../kit/retry.ts';
import { isBug, isElsewhere } from './passing-faults.ts';
import { setRecordAside } from './set-aside.ts';

export interface ProcessorDeps {
  readonly dir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: BatchStore;
  readonly checkpoints: CheckpointStore;
  readonly schedule: CheckpointSchedule;
  readonly signal: AbortSignal;
  createPipeline(): Pipeline;
  /** Lets other work run; called between slices of reading. */
  pause(): Promise<void>;
  nextSegment(): number | Promise<number>;
  onStored(segment: number, batch: Batch): void;
  onSetAside(hits: number): void;
  readonly damage: DamageReport;
  readonly damagedFiles: DamagedFiles;
  readonly settings: CurrentSettings;
  /** Told when `unreadable` may say something else. */
  changed(): void;
}

export interface CheckpointSchedule {
  readonly everyMs: number;
  readonly everyBytes: number;
}

/** Writing it may take at most a twentieth of the time, however large the state is. */
const CHECKPOINT_REST = 20;
/** Attempts, at most 15 s apart, before an error that says nothing of its cause is taken for a bug. */
const PATIENCE = 45;
export const CHECKPOINT_SCHEDULE: CheckpointSchedule = { everyMs: 60_000, everyBytes: 256 * 1024 * 1024 };

export interface Processor {
  enqueue(segment: ClosedSegment): void;
  /** Resolves when the segment and all before it are stored. @throws Stopped, also where it has ended already */
  settled(number: number): Promise<void>;
  /** Bytes of closed segments that are not stored yet. */
  backlogBytes(): number;
  backlogSegments(): number;
  /** A segment that cannot be read now, in a sentence; hits from it on wait. Null: all can. */
  unreadable(): string | null;
  /** Ends when the signal is aborted, after the segment in hand; then writes a last checkpoint. */
  run(): Promise<void>;
}

/** @param start state that holds every segment before the first one enqueued */
export function createProcessor(
  start: { pipeline: Pipeline; segment: number },
  deps: ProcessorDeps,
): Processor {
  const { dir, log, clock, signal } = deps;
  const leftOut = leftOutOf(dir, log);
  const lostSettings = lostSettingsOf(dir, log, deps.settings);
  const backlog = createBacklog(start.segment);
  /** Those that may be read again. */
  const held = new Map<number, ClosedSegment>();
  let { pipeline, segment: settledThrough } = start;
  let wake = Promise.withResolvers<void>();
  let checkpointed = settledThrough;
  let checkpointAt = clock.now();
  let restUntil = 0;
  let bytesSince = 0;
  let unreadable: string | null = null;
  /** The segment in hand asks for the state to be written [P12]. */
  let mustWrite = false;

  function setUnreadable(why: string | null): void {
    if (unreadable === why) return;
    unreadable = why;
    deps.changed();
  }

  /** Null where its file is gone. */
  async function contentsOf(number: number): Promise<SegmentContents | null> {
    const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
    const read = () => readSegment(segmentPath(dir, number), number, deps.pause);
    try {
      const contents = await retrying(read, {
        signal,
        again(error) {
          log.error({ segment: number, error: String(error) }, 'A journal segment cannot be read.');
          setUnreadable(isGone(error) ? null : `The journal cannot be read: ${(error as Error).message}.`);
          return !isGone(error);
        },
      });
      setUnreadable(null);
      return contents;
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  /** The segment as the pipeline gets it: the same however often it is read. */
  async function segmentOf({ number, held }: ClosedSegment): Promise<Segment> {
    const found = await contentsOf(number);
    if (found === null) {
      await deps.damage.missing(number, held);
      return { number, records: [] };
    }
    const contents = againstHeld(found, held);
    await deps.damage.segment(number, contents, held);
    const { records, places } = await lostSettings.replace(number, contents);
    const out = await leftOut.read(number);
    if (out.size === 0) return { number, records, places };
    const isIn = (_: unknown, index: number) => !out.has(places[index] ?? index);
    return { number, records: records.filter(isIn), places: places.filter((place) => !out.has(place)) };
  }

  async function processed(closed: ClosedSegment): Promise<Batch | null> {
    const { number } = closed;
    for (;;) {
      const segment = await segmentOf(closed);
      if (segment.records.length === 0) return null;
      mustWrite = segment.records.some(({ k }) => k === 'f');
      try {
        return await retrying(() => pipeline.process(segment), {
          signal,
          again(error, attempt) {
            if (isBug(error) || (!isElsewhere(error) && attempt >= PATIENCE)) return false;
            if (attempt === 1) log.warn({ segment: number, error: String(error) }, 'Processing waits.');
            return true;
          },
        });
      } catch (error) {
        if (error instanceof Stopped) throw error;
        log.error(
          { segment: number, error: error instanceof Error ? error.stack : String(error) },
          'A segment cannot be processed; the hit at fault will be set aside.',
        );
        await setPoisonAside(segment, error);
      }
    }
  }

  /** Ends with the state as it was before the segment, and the record at fault left out of it for good. */
  async function setPoisonAside(segment: Segment, error: unknown): Promise<void> {
    const { number, records, places } = segment;
    pipeline = await stateBefore(number);
    await deps.checkpoints.write(settledThrough, await deps.nextSegment(), pipeline.dump());
    const found = await findPoison({ segment, signal, fresh: () => stateBefore(number) });
    if (found === null) return;
    const place = places?.[found] ?? found;
    const record = records[found];
    await setRecordAside({ dir, leftOut, segment: number, place, record, error: String(error) });
    deps.onSetAside(1);
  }

  async function stateBefore(number: number): Promise<Pipeline> {
    const restored = await restore(deps);
    if (restored === null)
      throw new Error(`there is no state from which segment ${number} could be processed again`);
    for (const earlier of await listSegments(dir)) {
      if (earlier <= restored.segment || earlier >= number) continue;
      const segment = await segmentOf(held.get(earlier) ?? { number: earlier, bytes: 0, held: null });
      if (segment.records.length === 0) continue;
      await deps.store.putResting(earlier, await restored.pipeline.process(segment));
    }
    return restored.pipeline;
  }

  async function checkpointIfDue(): Promise<void> {
    const now = clock.now();
    const due = now - checkpointAt >= deps.schedule.everyMs || bytesSince >= deps.schedule.everyBytes;
    if (due && now >= restUntil) await writeCheckpoint();
  }

  async function writeCheckpoint(): Promise<void> {
    if (checkpointed === settledThrough) return;
    const startedAt = clock.now();
    try {
      await deps.checkpoints.write(settledThrough, await deps.nextSegment(), pipeline.dump());
      checkpointed = settledThrough;
      bytesSince = 0;
      await removeJournal();
    } catch (error) {
      log.error({ error: String(error) }, 'A checkpoint cannot be written; the journal is kept.');
    }
    checkpointAt = clock.now();
    restUntil = checkpointAt + CHECKPOINT_REST * (checkpointAt - startedAt);
  }

  /** Up to the older of the two checkpoints that are kept: from either one the journal can be read again. */
  async function removeJournal(): Promise<void> {
    const kept = await deps.checkpoints.list();
    const oldest = kept.length < 2 ? undefined : kept.at(-1);
    if (oldest === undefined) return;
    for (const number of await listSegments(dir)) {
      if (number > oldest) break;
      await removeSegment(segmentPath(dir, number));
      held.delete(number);
    }
  }

  async function settle(segment: ClosedSegment): Promise<void> {
    settledThrough = segment.number;
    bytesSince += segment.bytes;
    if (mustWrite) await writeCheckpoint();
    mustWrite = false;
    backlog.settle(settledThrough);
  }

  async function one(segment: ClosedSegment): Promise<void> {
    const batch = await processed(segment);
    if (batch !== null) {
      await deps.store.put(segment.number, batch);
      deps.onStored(segment.number, batch);
    }
    await settle(segment);
  }

  /** False: stopped in the middle of a segment, so that the state is ahead of the store. */
  async function loop(): Promise<boolean> {
    while (!signal.aborted) {
      const next = backlog.first();
      if (next === undefined) {
        await wake.promise;
        wake = Promise.withResolvers<void>();
        continue;
      }
      try {
        await one(next);
        await checkpointIfDue();
      } catch (error) {
        if (signal.aborted) return false;
        // Nothing here is expected to throw; hits stay in the journal, and the fault is said until it is gone.
        log.error(
          { segment: next.number, error: error instanceof Error ? error.stack : String(error) },
          'Processing failed and is tried again.',
        );
        await sleep(5_000, undefined, { signal }).catch(() => undefined);
        pipeline = await stateBefore(next.number).catch(() => pipeline);
      }
    }
    return true;
  }

  signal.addEventListener('abort', () => wake.resolve(), { once: true });

  return {
    enqueue(segment) {
      backlog.add(segment);
      held.set(segment.number, segment);
      wake.resolve();
    },
    settled: backlog.settled,
    backlogBytes: backlog.bytes,
    backlogSegments: backlog.segments,
    unreadable: () => unreadable,
    async run() {
      const atRest = await loop();
      if (atRest) await writeCheckpoint();
      backlog.end();
    },
  };
}
