/** Runs the list of targets in a thread, and ends it where one of them does not come back. */
import { Worker } from 'node:worker_threads';
import { createBoard, readFrom } from '../../src/boot/watchdog/board.ts';
import { createStallMeter } from '../../src/boot/watchdog/stall.ts';
import { cpuClockOf, type CpuClock } from '../../src/boot/watchdog/thread-cpu.ts';
import type { BrokenFault, BrokenSettings } from './worker.ts';

export interface BrokenResult {
  readonly faults: readonly BrokenFault[];
  readonly calls: number;
}

/** CPU time of its own, so that a busy machine changes nothing. */
const STUCK_MS = 3_000;

/** @returns the faults; of a call that never ends, that alone */
export async function runBroken(
  settings: Omit<BrokenSettings, 'board'>,
  names: readonly string[],
): Promise<BrokenResult> {
  const board = createBoard();
  const reader = readFrom(board);
  const stalledFor = createStallMeter(STUCK_MS);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...settings, board },
    execArgv: ['--no-warnings'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<BrokenResult>();
  worker.once('message', resolve);
  worker.once('error', reject);
  let clock: CpuClock | null = null;
  const looking = setInterval(() => {
    if (reader.beats() === 0) return;
    clock ??= cpuClockOf(reader.thread());
    if (stalledFor({ beats: reader.beats(), cpuMs: clock.now() }) === null) return;
    const at = reader.underWay(String);
    const target = at.kind === 'record' ? (names[at.segment] ?? '') : '';
    const call = at.kind === 'record' ? at.place : 0;
    resolve({ faults: [{ target, what: 'does not end', text: `call ${call}` }], calls: call });
  }, 200);
  try {
    return await promise;
  } finally {
    clearInterval(looking);
    await worker.terminate();
  }
}
