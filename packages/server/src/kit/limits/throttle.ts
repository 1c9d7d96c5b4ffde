/** Lets changes of the same thing pass: some at once, then one in a while, and always the last. */
import type { Clock } from '../clock.ts';

export interface Throttle {
  /** @returns whether it may pass now; if not, `due` gives it once its time has come */
  may(key: string): boolean;
  /** Keys held back that may pass now; all of them where `now` is not waited for. */
  due(all?: boolean): string[];
}

const AT_ONCE = 10;
const ONE_EVERY_MS = 10_000;

interface Held {
  tokens: number;
  at: number;
  waits: boolean;
}

export function createThrottle(clock: Clock): Throttle {
  const known = new Map<string, Held>();

  function filled(one: Held): Held {
    const now = clock.now();
    one.tokens = Math.min(AT_ONCE, one.tokens + (now - one.at) / ONE_EVERY_MS);
    one.at = now;
    return one;
  }

  return {
    may(key) {
      const one = filled(known.get(key) ?? { tokens: AT_ONCE, at: clock.now(), waits: false });
      known.set(key, one);
      if (one.tokens < 1) one.waits = true;
      else one.tokens--;
      return !one.waits;
    },
    due(all = false) {
      const passing: string[] = [];
      for (const [key, one] of known) {
        filled(one);
        if (one.waits && (all || one.tokens >= 1)) {
          one.waits = false;
          one.tokens--;
          passing.push(key);
        } else if (one.tokens >= AT_ONCE) known.delete(key);
      }
      return passing;
    },
  };
}
