/** What did not answer is left alone for a while, longer each time: addresses, servers, nodes. */
import type { Clock } from '../clock.ts';
import { pauseAfter, type Pauses } from '../retry.ts';

export interface Backoff {
  /** It did not answer. @returns how long it is left alone */
  failed(key: string): number;
  /** It did, or the owner wants it tried. */
  forget(key: string): void;
  /** Its latest attempt had no answer. */
  isFailing(key: string): boolean;
  /** Those that are to be left alone now. */
  resting(): string[];
}

/** After so long its failures are forgotten. */
const MEMORY_MS = 3_600_000;

export function createBackoff(pausesMs: Pauses, clock: Clock): Backoff {
  const known = new Map<string, { readonly failures: number; readonly until: number }>();
  return {
    failed(key) {
      const failures = (known.get(key)?.failures ?? 0) + 1;
      const ms = pauseAfter(failures, pausesMs);
      known.set(key, { failures, until: clock.now() + ms });
      return ms;
    },
    forget: (key) => void known.delete(key),
    isFailing: (key) => known.has(key),
    resting() {
      const now = clock.now();
      for (const [key, { until }] of known) if (until + MEMORY_MS < now) known.delete(key);
      return [...known].filter(([, { until }]) => until > now).map(([key]) => key);
    },
  };
}
