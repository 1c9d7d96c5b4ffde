/**
 * How much of the time processing may take: all that hits leave free, and while they leave nothing, a share that
 * grows with what waits in the journal. Answers come first, and the backlog still ends.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

export interface Pacer {
  /** Between slices of work. */
  pause(): Promise<void>;
  /** Waits for what is no work of this process; sees meanwhile how busy hits keep it. */
  aside<T>(waiting: Promise<T>): Promise<T>;
}

/** Load of the event loop up to which processing takes what it needs. */
const QUIET = 0.3;
/** Load from which hits are taken to want everything: the rest of the time they wait for the disk. */
const BUSY = 0.6;
const LEAST_SHARE = 0.02;
const MOST_SHARE = 0.5;
/** Backlog at which processing gets its greatest share. */
const FULL_BACKLOG_BYTES = 8 * 1024 ** 3;
/** Waits shorter than this say little. */
const TELLING_MS = 2;
const LONGEST_SLEEP_MS = 500;

/** @param backlogBytes bytes of the journal that wait */
export function createPacer(backlogBytes: () => number): Pacer {
  let load = 0;
  let resumedAt = performance.now();

  async function aside<T>(waiting: Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const before = performance.eventLoopUtilization();
    try {
      return await waiting;
    } finally {
      const ms = performance.now() - startedAt;
      if (ms >= TELLING_MS) {
        const weight = Math.min(1, ms / 50);
        load += weight * (performance.eventLoopUtilization(before).utilization - load);
      }
      resumedAt = performance.now();
    }
  }

  function share(): number {
    const free = Math.max(0, (BUSY - load) / (BUSY - QUIET));
    const backlog = Math.min(1, backlogBytes() / FULL_BACKLOG_BYTES);
    return Math.max(free, LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * backlog);
  }

  return {
    aside,
    async pause() {
      const part = share();
      if (part >= 1) {
        await nextTurn();
        resumedAt = performance.now();
        return;
      }
      const worked = performance.now() - resumedAt;
      await aside(sleep(Math.min(LONGEST_SLEEP_MS, Math.max(1, (worked * (1 - part)) / part))));
    },
  };
}
