/**
 * How the engine's process ends: always by SIGKILL of itself. chDB's own exit can wait for ever for a lock, and
 * data survives a kill.
 */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Tells the parent why, where that still listens. */
export function endNow(lastWords = ''): never {
  try {
    writeSync(2, lastWords);
  } catch {
    // The parent is gone, or reads no more.
  }
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

export interface EndGuard {
  /** From now on the process has so long to end by itself. */
  begin(): void;
}

interface Watched {
  /** Not 0: the process is to end. */
  readonly ending: Int32Array;
  readonly never: Int32Array;
  readonly serverPid: number;
  readonly lookEveryMs: number;
  readonly withinMs: number;
}

const LOOK_EVERY_MS = 1_000;

/**
 * Ends the process from a thread of its own, also once the server is gone: the engine's thread may hang in chDB
 * and hear of nothing. The thread itself knows no chDB, which could not live there.
 */
export function startEndGuard(serverPid: number, withinMs: number): EndGuard {
  const ending = new Int32Array(new SharedArrayBuffer(4));
  const never = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Watched = { ending, never, serverPid, lookEveryMs: LOOK_EVERY_MS, withinMs };
  // As plain source it costs 10 MB; a TypeScript file in a thread costs 20.
  const source = `(${watch.toString()})(require('node:worker_threads').workerData)`;
  new Worker(source, { eval: true, workerData }).unref();
  return {
    begin() {
      Atomics.store(ending, 0, 1);
      Atomics.notify(ending, 0);
    },
  };
}

/** Runs in the thread, from its source: it can use nothing of this file. */
function watch({ ending, never, serverPid, lookEveryMs, withinMs }: Watched): void {
  while (process.ppid === serverPid && Atomics.load(ending, 0) === 0) {
    Atomics.wait(ending, 0, 0, lookEveryMs);
  }
  Atomics.wait(never, 0, 0, withinMs);
  process.kill(process.pid, 'SIGKILL');
}
