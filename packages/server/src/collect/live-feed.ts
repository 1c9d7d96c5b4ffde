/** The latest hits of each counter and who is there now, in memory only. */
import type { LiveFeed as LiveAnswer } from '@goalpost/contract';
import type { LiveHit } from './run/batch.ts';

export interface LiveFeed {
  push(hits: readonly LiveHit[]): void;
  /** @param now milliseconds since the epoch */
  of(counterId: number, now: number): LiveAnswer;
}

const KEPT_HITS = 50;
const HITS_MS = 30 * 60_000;
const NOW_MS = 5 * 60_000;
/** Visitors remembered of one counter; of more, "now" shows this many. */
const MAX_VISITORS = 100_000;

interface Recent {
  readonly hits: LiveHit[];
  /** Arrival of each visitor's latest hit, oldest first. */
  readonly visitors: Map<string, number>;
}

export function createLiveFeed(): LiveFeed {
  const counters = new Map<number, Recent>();

  function pushOne(hit: LiveHit): void {
    let recent = counters.get(hit.counterId);
    if (recent === undefined) counters.set(hit.counterId, (recent = { hits: [], visitors: new Map() }));
    recent.hits.push(hit);
    if (recent.hits.length > KEPT_HITS) recent.hits.shift();
    if (hit.visitor === undefined || hit.robot) return;
    recent.visitors.delete(hit.visitor);
    recent.visitors.set(hit.visitor, hit.at);
    forget(recent.visitors, hit.at - NOW_MS);
  }

  return {
    push: (hits) => hits.forEach(pushOne),
    of(counterId, now) {
      const recent = counters.get(counterId);
      if (recent !== undefined) forget(recent.visitors, now - NOW_MS);
      const hits = (recent?.hits ?? []).filter((hit) => hit.at > now - HITS_MS).toReversed();
      return {
        counter_id: counterId,
        now,
        visitors_now: recent?.visitors.size ?? 0,
        hits: hits.map(({ at, kind, url, identifier, goals, robot }) => ({
          at,
          kind,
          url,
          identifier,
          goals: [...goals],
          robot,
        })),
      };
    },
  };
}

function forget(visitors: Map<string, number>, before: number): void {
  for (const [visitor, at] of visitors) {
    if (at > before && visitors.size <= MAX_VISITORS) return;
    visitors.delete(visitor);
  }
}
