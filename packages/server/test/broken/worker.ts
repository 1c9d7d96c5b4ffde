/** Holds targets against broken input in a thread of its own. One that never ends can be named and ended. */
import fc from 'fast-check';
import { parentPort, workerData } from 'node:worker_threads';
import { writeOn, type Board } from '../../src/boot/watchdog/board.ts';
import { threadNumber } from '../../src/boot/watchdog/thread-cpu.ts';
import { brokenText, growingTexts } from '../../src/kit/test-broken.ts';
import type { Target } from './targets.ts';

export interface BrokenSettings {
  readonly board: Board;
  /** Module with the list `TARGETS`. */
  readonly targets: string;
  readonly seed: number;
  readonly count: number;
  /** Characters of the longest texts. */
  readonly length: number;
  /** CPU time that one call may take. */
  readonly mostMs: number;
}

export interface BrokenFault {
  readonly target: string;
  readonly what: string;
  readonly text: string;
}

const { board, targets, seed, count, length, mostMs } = workerData as BrokenSettings;
const { TARGETS } = (await import(targets)) as { TARGETS: readonly Target[] };
const writer = writeOn(board);
writer.introduce(threadNumber());

const texts = [...growingTexts(length), ...fc.sample(brokenText(), { seed, numRuns: count })];
const faults: BrokenFault[] = [];
let calls = 0;

for (const [place, target] of TARGETS.entries()) {
  for (const whole of texts) {
    const text = whole.slice(0, target.longest);
    writer.enterRecord(place, calls++);
    writer.beat();
    const before = cpuMs();
    const thrown = thrownBy(target, text);
    const used = cpuMs() - before;
    if (thrown !== null) tell(target, thrown, text);
    // The first call of all, and a collection of garbage, cost time, too: only what is slow again is slow.
    else if (used > mostMs && usedAgain(target, text) > mostMs)
      tell(target, `${Math.round(used)} ms of CPU`, text);
  }
}
writer.leave();
parentPort?.postMessage({ faults, calls });

function thrownBy(target: Target, text: string): string | null {
  try {
    target.take(text);
    return null;
  } catch (error) {
    return String(error);
  }
}

function usedAgain(target: Target, text: string): number {
  const before = cpuMs();
  thrownBy(target, text);
  return cpuMs() - before;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function tell(target: Target, what: string, text: string): void {
  if (faults.filter((one) => one.target === target.name).length >= 5) return;
  faults.push({ target: target.name, what, text: `${JSON.stringify(text.slice(0, 60))}… (${text.length})` });
}
