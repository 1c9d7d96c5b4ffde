/**
 * How much of the time processing may take: all that hits leave free, and while they leave nothing, a share that
 * grows with what waits in the journal. Answers come first, and the backlog still ends.
 */
import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

export interface Pacer {
  /** Between slices of work. */
  pause(): Promise<void>;
  /** Waits for what is no work of this process; sees meanwhile how busy hits keep it. */
  aside<T>(waiting: Promise<T>): Promise<T>;
}

/** What the pacer measures and waits by. */
export interface PacerTime {
  /** Milliseconds. */
  now(): number;
  /** Starts to measure; the function says which part of the time since then the event loop was busy. */
  load(): () => number;
  sleep(ms: number): Promise<unknown>;
  nextTurn(): Promise<unknown>;
}

const SYSTEM_TIME: PacerTime = {
  now: () => performance.now(),
  load() {
    const before: EventLoopUtilization = performance.eventLoopUtilization();
    return () => performance.eventLoopUtilization(before).utilization;
  },
  sleep: (ms) => sleep(ms),
  nextTurn: () => nextTurn(),
};

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
export function createPacer(backlogBytes: () => number, time: PacerTime = SYSTEM_TIME): Pacer {
  let load = 0;
  let resumedAt = time.now();

  async function aside<T>(waiting: Promise<T>): Promise<T> {
    const startedAt = time.now();
    const loadSince = time.load();
    try {
      return await waiting;
    } finally {
      const ms = time.now() - startedAt;
      if (ms >= TELLING_MS) {
        const weight = Math.min(1, ms / 50);
        load += weight * (loadSince() - load);
      }
      resumedAt = time.now();
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
        await time.nextTurn();
        resumedAt = time.now();
        return;
      }
      const worked = time.now() - resumedAt;
      await aside(time.sleep(Math.min(LONGEST_SLEEP_MS, Math.max(1, (worked * (1 - part)) / part))));
    },
  };
}
