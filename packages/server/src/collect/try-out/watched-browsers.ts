/** Knows the browsers whose hits are shown to an owner who tries goals out [G66]. */
import type { Hit } from '../decode/hit.ts';

export interface WatchedBrowsers {
  /** The token by which the hit's browser came; empty: by none. Whether it is ours, its reader knows. */
  tokenOf(hit: Pick<Hit, 'counterId' | 'visitor' | 'arrivedAt' | 'tryOutToken'>): string;
}

/** Longest that a browser is remembered. */
const KEPT_MS = 3_600_000;
/** Of all counters; of more, those that came first are forgotten. */
const MOST = 1_000;

export function createWatchedBrowsers(): WatchedBrowsers {
  const known = new Map<string, { readonly token: string; readonly until: number }>();
  return {
    tokenOf({ counterId, visitor, arrivedAt, tryOutToken }) {
      if (tryOutToken === '' && known.size === 0) return '';
      const key = `${counterId} ${visitor}`;
      if (tryOutToken !== '') {
        known.delete(key);
        known.set(key, { token: tryOutToken, until: arrivedAt + KEPT_MS });
        const [oldest] = known.keys();
        if (known.size > MOST && oldest !== undefined) known.delete(oldest);
        return tryOutToken;
      }
      const found = known.get(key);
      if (found === undefined) return '';
      if (found.until > arrivedAt) return found.token;
      known.delete(key);
      return '';
    },
  };
}
