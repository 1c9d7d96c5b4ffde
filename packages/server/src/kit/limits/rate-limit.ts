/** So many of something in a span of time, for each of many senders. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';

const HOUR_MS = 3_600_000;
/** Those that were quiet for longest are forgotten first. */
const MOST_SENDERS = 50_000;

/** @returns whether the sender may once more at this moment, which is then counted */
export type RateLimit = (sender: string, most: number, now: number) => boolean;

/** The span begins with the first, and the next one with the first after it. A clock put back begins one, too. */
export function createRateLimit(windowMs: number, mostSenders = MOST_SENDERS): RateLimit {
  const counts = new LRUCache<string, { since: number; count: number }>({ max: mostSenders });
  return (sender, most, now) => {
    let held = counts.get(sender);
    if (held === undefined || now < held.since || now - held.since >= windowMs) {
      held = { since: now, count: 0 };
      counts.set(sender, held);
    }
    if (held.count >= most) return false;
    held.count += 1;
    return true;
  };
}

/** At most so many within any hour, whenever it begins; for small numbers, as each moment is remembered. */
export function createHourly(most: number, clock: Clock): (sender: string) => boolean {
  const times = new LRUCache<string, readonly number[]>({ max: MOST_SENDERS });
  return (sender) => {
    const now = clock.now();
    const recent = (times.get(sender) ?? []).filter((at) => now - at < HOUR_MS);
    if (recent.length >= most) return false;
    times.set(sender, [...recent, now]);
    return true;
  };
}
