/** Turns in one process: a queue for each key that has something under way. */
import type { Turns } from './turn.ts';

export function createKeyedQueue(): Turns {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, task) {
      const before = tails.get(key);
      const running = before === undefined ? task() : before.then(task, task);
      const tail = running.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return running;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
