/** Runs at most so many tasks at once; further ones wait, or are refused. */

export type ConcurrencyLimit = <T>(task: () => Promise<T>) => Promise<T | null>;

/** @returns a runner whose answer is null for a task that was not done, as too many wait already */
export function createConcurrencyLimit(atOnce: number, mostWaiting: number): ConcurrencyLimit {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return null;
      // A task that ends hands its place on.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
