/** Tries a thing again, with growing pauses, where trying again may help: for a while, or until it is stopped. */
import { setTimeout as wait } from 'node:timers/promises';

/** After the first failure, the second, …; the last one stays. */
export type Pauses = readonly number[];

export const pauseAfter = (failures: number, pauses: Pauses): number =>
  pauses[Math.min(failures, pauses.length) - 1] ?? 0;

/** Each pause twice as long as the one before. */
export function doubling(firstMs: number, longestMs: number): Pauses {
  const steps = Math.ceil(Math.log2(longestMs / firstMs)) + 1;
  return Array.from({ length: steps }, (_, step) => Math.min(longestMs, firstMs * 2 ** step));
}

/** What is waited for has been stopped; what was under way is done again at the next start. */
export class Stopped extends Error {}

export interface RetryOptions {
  readonly signal: AbortSignal;
  readonly pausesMs?: Pauses;
  /** False: thrown on. */
  again(error: unknown, attempt: number): boolean;
}

const PAUSES_MS = doubling(200, 15_000);

/** For as long as it takes. @throws Stopped when the signal is aborted */
export async function retrying<T>(
  action: () => Promise<T>,
  { signal, again: mayAgain, pausesMs = PAUSES_MS }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    if (signal.aborted) throw new Stopped();
    try {
      return await action();
    } catch (error) {
      if (signal.aborted) throw new Stopped();
      if (!mayAgain(error, attempt)) throw error;
      await pause(pauseAfter(attempt, pausesMs), signal);
    }
  }
}

/** Ends early, and quietly, when the signal is aborted. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal }).catch(() => undefined);

export interface Patience {
  /** All tries and pauses together take no longer. */
  readonly withinMs: number;
  /** One try takes no longer. */
  readonly tryMs: number;
  readonly pausesMs: Pauses;
}

/**
 * For a while only.
 * @param attempt must end when its signal is aborted
 * @param isPassing whether an error may be gone the next time
 * @param stop ends everything at once
 * @throws what the last attempt threw
 */
export async function again<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  isPassing: (error: unknown) => boolean,
  { withinMs, tryMs, pausesMs }: Patience,
  stop: AbortSignal,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (let failures = 1; ; failures += 1) {
    const left = Math.max(1, Math.min(tryMs, end - performance.now()));
    try {
      return await attempt(AbortSignal.any([AbortSignal.timeout(Math.ceil(left)), stop]));
    } catch (error) {
      // Half of it by chance, so that many who failed together do not come back together.
      const pauseMs = pauseAfter(failures, pausesMs) * (0.5 + Math.random() / 2);
      // A try that is cut short would only hide why the others failed.
      const next = performance.now() + pauseMs + tryMs / 4;
      if (stop.aborted || !isPassing(error) || next > end) throw error;
      await pause(pauseMs, stop);
    }
  }
}
