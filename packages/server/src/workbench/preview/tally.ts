/** Adds up what a preview finds: completions by day, and the latest of them to be shown. */
import type { Reach, StoredHit } from '../../collect/index.ts';
import { createLocalTime } from '../../kit/dates/local-time.ts';
import { addDays } from '../../query/index.ts';

const EXAMPLES = 10;
/** Completions that are held before all but the latest are dropped. */
const MOST_HELD = 1_000;

export interface Example {
  readonly reach: Reach;
  readonly hit: StoredHit;
}

export interface Tally {
  /** First instant that counts, milliseconds since the epoch. */
  readonly from: number;
  add(reach: Reach, hit: StoredHit): void;
  total(): number;
  /** By day, oldest first. */
  points(): { date: string; count: number }[];
  /** Latest first. */
  examples(): Example[];
}

/** @param timeZone as `Intl` takes it */
export function createTally(now: number, days: number, timeZone: string): Tally {
  const local = createLocalTime(timeZone);
  const dayOf = (instant: number) => local.at(instant).slice(0, 10);
  const first = addDays(dayOf(now), 1 - days);
  const from = local.startOfDay(first);
  const counts = new Map<string, number>();
  let held: Example[] = [];
  let total = 0;
  return {
    from,
    add(reach, hit) {
      const { at } = reach;
      if (at < from || at > now) return;
      const day = dayOf(at);
      counts.set(day, (counts.get(day) ?? 0) + 1);
      total += 1;
      held.push({ reach, hit });
      if (held.length >= MOST_HELD) held = latest(held);
    },
    total: () => total,
    points: () =>
      Array.from({ length: days }, (_, day) => {
        const date = addDays(first, day);
        return { date, count: counts.get(date) ?? 0 };
      }),
    examples: () => latest(held),
  };
}

const latest = (examples: readonly Example[]): Example[] =>
  examples.toSorted((one, other) => other.reach.at - one.reach.at).slice(0, EXAMPLES);
