/** Closed segments in, stored rows out: in order, one at a time, never giving up. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Pipeline, Segment } from './batch.ts';
import type { BatchStore } from './batch-store.ts';
import type { DamagedFiles } from '../journal/damaged-files.ts';
import type { ClosedSegment } from '../journal/journal.ts';
import { leftOutOf } from '../journal/left-out.ts';
import { listSegments } from '../journal/segment-files.ts';
import { createBacklog } from './backlog.ts';
import { createCheckpointing, type CheckpointingDeps } from './checkpointing.ts';
import { findPoison } from './poison.ts';
import { restore } from './restore.ts';
import { retrying, Stopped } from '../../kit/retry.ts';
import { isBug, isElsewhere } from './passing-faults.ts';
import { createSegmentSource, type SegmentSourceDeps } from './segment-source.ts';
import { setRecordAside } from './set-aside.ts';

export interface ProcessorDeps extends CheckpointingDeps, SegmentSourceDeps {
  readonly store: BatchStore;
  readonly damagedFiles: DamagedFiles;
  createPipeline(): Pipeline;
  onStored(segment: number, batch: Batch): void;
  onSetAside(hits: number): void;
}

/** Attempts, at most 15 s apart, before an error that says nothing of its cause is taken for a bug. */
const PATIENCE = 45;

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
  const { dir, log, signal } = deps;
  const leftOut = leftOutOf(dir, log);
  const segments = createSegmentSource(deps, leftOut);
  const backlog = createBacklog(start.segment);
  /** Those that may be read again. */
  const held = new Map<number, ClosedSegment>();
  let { pipeline } = start;
  const state = createCheckpointing(start.segment, deps, {
    lines: () => pipeline.dump(),
    removed: (number) => void held.delete(number),
  });
  let wake = Promise.withResolvers<void>();
  /** The segment in hand asks for the state to be written [P12]. */
  let mustWrite = false;

  async function processed(closed: ClosedSegment): Promise<Batch | null> {
    const { number } = closed;
    for (;;) {
      const segment = await segments.read(closed);
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
    await state.writeNow();
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
      const segment = await segments.read(held.get(earlier) ?? { number: earlier, bytes: 0, held: null });
      if (segment.records.length === 0) continue;
      await deps.store.putResting(earlier, await restored.pipeline.process(segment));
    }
    return restored.pipeline;
  }

  async function settle(segment: ClosedSegment): Promise<void> {
    state.settle(segment);
    if (mustWrite) await state.write();
    mustWrite = false;
    backlog.settle(segment.number);
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
        await state.writeIfDue();
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
    unreadable: segments.unreadable,
    async run() {
      const atRest = await loop();
      if (atRest) await state.write();
      backlog.end();
    },
  };
}
