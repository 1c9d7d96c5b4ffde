/** Writes the state of processing now and then, and removes the journal that no checkpoint needs. */
import type { Clock } from '../../kit/clock.ts';
import type { Log } from '../../kit/log.ts';
import type { ClosedSegment } from '../journal/journal.ts';
import { listSegments, removeSegment, segmentPath } from '../journal/segment-files.ts';
import type { CheckpointStore } from './checkpoint.ts';

export interface CheckpointSchedule {
  readonly everyMs: number;
  readonly everyBytes: number;
}

export const CHECKPOINT_SCHEDULE: CheckpointSchedule = { everyMs: 60_000, everyBytes: 256 * 1024 * 1024 };
/** Writing it may take at most a twentieth of the time, however large the state is. */
const CHECKPOINT_REST = 20;

export interface CheckpointingDeps {
  readonly dir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly checkpoints: CheckpointStore;
  readonly schedule: CheckpointSchedule;
  nextSegment(): number | Promise<number>;
}

/** What is written, and who is told of a segment whose file is gone. */
export interface Checkpointed {
  lines(): Iterable<string>;
  removed(segment: number): void;
}

export interface Checkpointing {
  /** All segments up to this one are stored. */
  settle(segment: ClosedSegment): void;
  /** A fault is logged, and the journal kept. */
  writeIfDue(): Promise<void>;
  /** Nothing where the last one says the same. A fault is logged, and the journal kept. */
  write(): Promise<void>;
  /** Also where the last one says the same; no part of the journal is removed. @throws Error */
  writeNow(): Promise<void>;
}

/** @param segment the one that the state begins with */
export function createCheckpointing(
  segment: number,
  { dir, clock, log, checkpoints, schedule, nextSegment }: CheckpointingDeps,
  { lines, removed }: Checkpointed,
): Checkpointing {
  let settledThrough = segment;
  let checkpointed = segment;
  let checkpointAt = clock.now();
  let restUntil = 0;
  let bytesSince = 0;

  const writeNow = async () => checkpoints.write(settledThrough, await nextSegment(), lines());

  async function write(): Promise<void> {
    if (checkpointed === settledThrough) return;
    const startedAt = clock.now();
    try {
      await writeNow();
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
    const kept = await checkpoints.list();
    const oldest = kept.length < 2 ? undefined : kept.at(-1);
    if (oldest === undefined) return;
    for (const number of await listSegments(dir)) {
      if (number > oldest) break;
      await removeSegment(segmentPath(dir, number));
      removed(number);
    }
  }

  return {
    settle({ number, bytes }) {
      settledThrough = number;
      bytesSince += bytes;
    },
    async writeIfDue() {
      const now = clock.now();
      const due = now - checkpointAt >= schedule.everyMs || bytesSince >= schedule.everyBytes;
      if (due && now >= restUntil) await write();
    },
    write,
    writeNow,
  };
}
