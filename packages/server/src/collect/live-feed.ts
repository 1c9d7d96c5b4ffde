/** The latest hits of each counter and who is there now, in memory only. */
import type { LiveFeed as LiveAnswer } from '@goalpost/contract/collection';
import type { LiveHit } from './run/batch.ts';

export interface LiveFeed {
  push(hits: readonly LiveHit[]): void;
  /** Their hits are shown no more [P12]. */
  forget(counterId: number, visitors: readonly string[]): void;
  /** @param now milliseconds since the epoch */
  of(counterId: number, now: number): LiveAnswer;
}

const KEPT_HITS = 50;
const HITS_MS = 30 * 60_000;
const NOW_MS = 5 * 60_000;
const SWEEP_MS = 1_000;
/** Visitors remembered of one counter; of more, "now" shows this many. */
const MAX_VISITORS = 100_000;
/** Of all counters together. */
const MAX_ALL_VISITORS = 200_000;

interface Recent {
  readonly hits: LiveHit[];
  /** Arrival of each visitor's latest hit, oldest first. */
  readonly visitors: Map<string, number>;
}

export function createLiveFeed(): LiveFeed {
  const counters = new Map<number, Recent>();
  let all = 0;
  let sweptAt = 0;

  function pushOne(hit: LiveHit): void {
    let recent = counters.get(hit.counterId);
    if (recent === undefined) counters.set(hit.counterId, (recent = { hits: [], visitors: new Map() }));
    recent.hits.push(hit);
    if (recent.hits.length > KEPT_HITS) recent.hits.shift();
    if (hit.visitor === undefined || hit.robot) return;
    const before = recent.visitors.size;
    recent.visitors.delete(hit.visitor);
    recent.visitors.set(hit.visitor, hit.at);
    dropBefore(recent.visitors, hit.at - NOW_MS);
    all += recent.visitors.size - before;
    if (all > MAX_ALL_VISITORS) makeRoom(recent, hit.at);
  }

  /** Those who are gone go first, on whatever counter; else the oldest of this one, which grew. */
  function makeRoom({ visitors }: Recent, now: number): void {
    if (now >= sweptAt + SWEEP_MS) {
      sweptAt = now;
      all = 0;
      for (const each of counters.values()) {
        dropBefore(each.visitors, now - NOW_MS);
        all += each.visitors.size;
      }
    }
    const oldest = visitors.keys().next().value;
    if (all <= MAX_ALL_VISITORS || oldest === undefined) return;
    visitors.delete(oldest);
    all--;
  }

  return {
    push: (hits) => hits.forEach(pushOne),
    forget(counterId, visitors) {
      const recent = counters.get(counterId);
      if (recent === undefined) return;
      const gone = new Set(visitors);
      const kept = recent.hits.filter(({ visitor = '' }) => !gone.has(visitor));
      recent.hits.splice(0, recent.hits.length, ...kept);
      for (const visitor of visitors) if (recent.visitors.delete(visitor)) all--;
    },
    of(counterId, now) {
      const recent = counters.get(counterId);
      if (recent !== undefined) {
        all -= recent.visitors.size;
        dropBefore(recent.visitors, now - NOW_MS);
        all += recent.visitors.size;
      }
      const hits = (recent?.hits ?? []).filter((hit) => hit.at > now - HITS_MS).toReversed();
      return {
        counter_id: counterId,
        now,
        visitors_now: recent?.visitors.size ?? 0,
        hits: hits.map(({ at, visitor = '', kind, url, identifier, goals, robot, source = '' }) => ({
          at,
          visitor: robot ? '' : visitor,
          kind,
          url,
          identifier,
          goals: [...goals],
          robot,
          source: robot ? '' : source,
        })),
      };
    },
  };
}

function dropBefore(visitors: Map<string, number>, before: number): void {
  for (const [visitor, at] of visitors) {
    if (at > before && visitors.size <= MAX_VISITORS) return;
    visitors.delete(visitor);
  }
}
