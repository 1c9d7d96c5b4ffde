/** Lets changes of the same thing pass: some at once, then one in a while, and always the last. */
import type { Clock } from '../clock.ts';
import { type Bucket, createBucket } from './token-bucket.ts';

export interface Throttle {
  /** @returns whether it may pass now; if not, `due` gives it once its time has come */
  may(key: string): boolean;
  /** Keys held back that may pass now; all of them where `now` is not waited for. */
  due(all?: boolean): string[];
}

const RATE = { atOnce: 10, perSecond: 0.1 };

export function createThrottle(clock: Clock): Throttle {
  const known = new Map<string, { readonly bucket: Bucket; waits: boolean }>();
  return {
    may(key) {
      const one = known.get(key) ?? { bucket: createBucket(RATE, clock), waits: false };
      known.set(key, one);
      // What waits already is told with this one.
      if (!one.waits) one.waits = !one.bucket.take();
      return !one.waits;
    },
    due(all = false) {
      const passing: string[] = [];
      for (const [key, one] of known) {
        if (one.waits && (one.bucket.take() || all)) {
          one.waits = false;
          passing.push(key);
        } else if (one.bucket.isFull()) known.delete(key);
      }
      return passing;
    },
  };
}
