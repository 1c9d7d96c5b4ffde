/** So many of something in a span of time, for each of many senders. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';

const HOUR_MS = 3_600_000;
/** Those that were quiet for longest are forgotten first. */
const MOST_SENDERS = 50_000;

/** Takes a megabyte and five milliseconds when it is made, so that each of some thirty limits waits for its first sender. */
function createMemory<T extends {}>(max: number): () => LRUCache<string, T> {
  let memory: LRUCache<string, T> | undefined;
  return () => (memory ??= new LRUCache<string, T>({ max }));
}

/** @returns whether the sender may once more at this moment, which is then counted */
export type RateLimit = (sender: string, most: number, now: number) => boolean;

/** The span begins with the first, and the next one with the first after it. A clock put back begins one, too. */
export function createRateLimit(windowMs: number, mostSenders = MOST_SENDERS): RateLimit {
  const counts = createMemory<{ since: number; count: number }>(mostSenders);
  return (sender, most, now) => {
    let held = counts().get(sender);
    if (held === undefined || now < held.since || now - held.since >= windowMs) {
      held = { since: now, count: 0 };
      counts().set(sender, held);
    }
    if (held.count >= most) return false;
    held.count += 1;
    return true;
  };
}

/** Counts one. @returns null where it is too many, else what to call where it is not to count after all */
export type SlidingLimit = (sender: string) => { giveBack(): void } | null;

/** At most so many within any span, whenever it begins; for small numbers, as each moment is remembered. */
export function createSlidingLimit(most: number, windowMs: number, clock: Clock): SlidingLimit {
  const times = createMemory<readonly number[]>(MOST_SENDERS);
  return (sender) => {
    const now = clock.now();
    const recent = (times().get(sender) ?? []).filter((at) => now - at < windowMs);
    if (recent.length >= most) return null;
    times().set(sender, [...recent, now]);
    return {
      giveBack() {
        const left = [...(times().get(sender) ?? [])];
        const place = left.lastIndexOf(now);
        if (place >= 0) left.splice(place, 1);
        times().set(sender, left);
      },
    };
  };
}

/** At most so many within any hour. */
export function createHourly(most: number, clock: Clock): (sender: string) => boolean {
  const take = createSlidingLimit(most, HOUR_MS, clock);
  return (sender) => take(sender) !== null;
}
