/** Addresses that did not answer are left alone for a while, longer each time. */
import type { Clock } from '../../kit/clock.ts';

export interface UrlBackoff {
  /** It did not answer. */
  failed(url: string): void;
  /** It did, or somebody wants it tried. */
  forget(url: string): void;
  /** Its latest attempt had no answer. */
  isFailing(url: string): boolean;
  /** Those that are to be left alone now. */
  urls(): string[];
}

const FIRST_MS = 5_000;
const LONGEST_MS = 5 * 60_000;
/** After so long its failures are forgotten. */
const MEMORY_MS = 3_600_000;

export function createUrlBackoff(clock: Clock): UrlBackoff {
  const known = new Map<string, { readonly failures: number; readonly until: number }>();
  return {
    failed(url) {
      const failures = (known.get(url)?.failures ?? 0) + 1;
      const ms = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
      known.set(url, { failures, until: clock.now() + ms });
    },
    forget: (url) => void known.delete(url),
    isFailing: (url) => known.has(url),
    urls() {
      const now = clock.now();
      for (const [url, { until }] of known) if (until + MEMORY_MS < now) known.delete(url);
      return [...known].filter(([, { until }]) => until > now).map(([url]) => url);
    },
  };
}
