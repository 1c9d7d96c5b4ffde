/** Tries a thing again for a while, with growing pauses, where trying again may help. */
import { setTimeout as wait } from 'node:timers/promises';

export interface Patience {
  /** All tries and pauses together take no longer. */
  readonly withinMs: number;
  /** One try takes no longer. */
  readonly tryMs: number;
  /** Before the second try, the third, …; the last one stays. */
  readonly pausesMs: readonly number[];
}

/**
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
  for (let tried = 0; ; tried += 1) {
    const left = Math.max(1, Math.min(tryMs, end - performance.now()));
    try {
      return await attempt(AbortSignal.any([AbortSignal.timeout(Math.ceil(left)), stop]));
    } catch (error) {
      // Half of it by chance, so that many who failed together do not come back together.
      const pause = (pausesMs[Math.min(tried, pausesMs.length - 1)] ?? 0) * (0.5 + Math.random() / 2);
      // A try that is cut short would only hide why the others failed.
      const next = performance.now() + pause + tryMs / 4;
      if (stop.aborted || !isPassing(error) || next > end) throw error;
      await wait(pause, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}
