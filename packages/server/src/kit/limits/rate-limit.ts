/** So many of something within any hour, for each of many people. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';

const HOUR_MS = 3_600_000;
const MAX_PEOPLE = 50_000;

/** @returns whether the person may once more, which is then counted */
export function createHourly(most: number, clock: Clock): (personId: string) => boolean {
  const times = new LRUCache<string, readonly number[]>({ max: MAX_PEOPLE });
  return (personId) => {
    const now = clock.now();
    const recent = (times.get(personId) ?? []).filter((at) => now - at < HOUR_MS);
    if (recent.length >= most) return false;
    times.set(personId, [...recent, now]);
    return true;
  };
}
