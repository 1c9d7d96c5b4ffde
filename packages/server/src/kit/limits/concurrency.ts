/** Does few of something at once: the rest waits its turn, and what is far too much is not done at all. */

export type ConcurrencyLimit = <T>(task: () => Promise<T>) => Promise<T | null>;

/** @returns a runner whose answer is null for a task that was not done, as too many wait already */
export function createConcurrencyLimit(atOnce: number, mostWaiting: number): ConcurrencyLimit {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return null;
      // Whoever ends hands the place on.
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
