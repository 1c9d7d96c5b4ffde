/** The program of the processing thread: reads closed segments, and sends rows to the analytics store itself. */
import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Step } from '../../collect/index.ts';
import { serveProcessing } from '../../collect/processing/index.ts';
import { systemClock } from '../../kit/clock.ts';
import type { Olap } from '../../kit/olap.ts';
import { UNWATCHED } from '../../kit/watched.ts';
import { createOlap, type ClickHouseTarget } from '../../stores/olap/index.ts';
import { threadNumber } from '../watchdog/thread-cpu.ts';
import { watchedBy, type WatchedThread } from '../watchdog/index.ts';
import { openWork } from './work.ts';

/** Plain data. */
export interface ThreadData {
  /** Null where no watchdog runs. */
  readonly watched: WatchedThread | null;
  readonly target: ClickHouseTarget;
  readonly maxOpenVisitors: number;
  readonly maxRecentHits: number;
}

/** Above the door's and the engine's: where cores are few, answers come first, and rows are made afterwards. */
const NICENESS = 10;

/** @param steps what becomes of a hit; as the pipeline has it unless said */
export function runProcessingThread(steps?: readonly Step[]): void {
  if (parentPort === null) throw new Error('this runs in a worker thread only');
  const { watched, target, maxOpenVisitors, maxRecentHits } = workerData as ThreadData;
  yieldToAnswers();
  const olap = createOlap(target);
  serveProcessing(
    parentPort,
    (settings, host, changed) =>
      openWork(settings, host, {
        olap: onceReady(olap, () => host.storeReady()),
        clock: systemClock,
        watched: watched === null ? UNWATCHED : watchedBy(watched),
        maxOpenVisitors,
        maxRecentHits,
        changed,
        ...(steps ? { steps } : {}),
      }),
    () => olap.close(),
  );
}

/** Linux alone gives a thread a priority of its own. */
function yieldToAnswers(): void {
  const thread = threadNumber();
  if (process.platform !== 'linux' || thread === 0) return;
  try {
    setPriority(thread, Math.min(19, getPriority() + NICENESS));
  } catch {
    // The system may forbid it; all threads are equal then.
  }
}

/** A store that is ready once stays so: what becomes of it later is said by its own errors. */
function onceReady(olap: Olap, ask: () => Promise<void>): Olap {
  let isReady = false;
  const ready = async (): Promise<Olap> => {
    if (!isReady) await ask();
    isReady = true;
    return olap;
  };
  return {
    ...olap,
    query: async (...query) => (await ready()).query(...query),
    insert: async (...rows) => (await ready()).insert(...rows),
    command: async (...command) => (await ready()).command(...command),
  };
}
