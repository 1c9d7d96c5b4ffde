/** Runs something again and again, never twice at once, and says when it fails. */
import type { FaultLog } from './log.ts';

export interface Timers {
  every(ms: number, name: string, task: () => Promise<void> | void): void;
  /** Resolves when what runs has ended. */
  stop(): Promise<void>;
}

export function createTimers(log: FaultLog): Timers {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<void>>();

  return {
    every(ms, name, task) {
      let busy = false;
      const run = async () => {
        try {
          await task();
        } catch (error) {
          log.error({ error: String(error), task: name }, 'A regular task failed.');
        } finally {
          busy = false;
        }
      };
      timers.push(
        setInterval(() => {
          if (busy) return;
          busy = true;
          const one = run();
          running.add(one);
          void one.then(() => running.delete(one));
        }, ms).unref(),
      );
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
