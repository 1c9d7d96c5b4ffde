/** The counts of a day of collection, put together from its hours; pure. */
import type { CollectionHealth, RefusalReason } from '@goalpost/contract/collection';
import { ODDITIES } from './words.ts';

const DAY_MS = 24 * 3_600_000;

export interface RefusalCount {
  readonly reason: RefusalReason;
  readonly count: number;
  /** Host of the page that was refused last; empty: not known. */
  readonly host: string;
}

export interface Summary {
  readonly stored: number;
  readonly duplicates: number;
  readonly robots: number;
  readonly refused: number;
  /** Most frequent first. */
  readonly refusals: readonly RefusalCount[];
  /** What of stored hits is missing, most frequent first. */
  readonly oddities: readonly { readonly note: (typeof ODDITIES)[number]; readonly count: number }[];
}

export function lastDay({
  hours,
  now,
  refusals,
}: Pick<CollectionHealth, 'hours' | 'now' | 'refusals'>): Summary {
  const recent = hours.filter((hour) => hour.at > now - DAY_MS);
  const sum = (pick: (hour: (typeof hours)[number]) => number | undefined): number =>
    recent.reduce((total, hour) => total + (pick(hour) ?? 0), 0);
  const counted = refusals
    .map(({ reason, host }) => ({ reason, host, count: sum((hour) => hour.refused[reason]) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  return {
    stored: sum((hour) => hour.stored),
    duplicates: sum((hour) => hour.notes.duplicate),
    robots: sum((hour) => hour.notes.robot),
    refused: counted.reduce((total, { count }) => total + count, 0),
    refusals: counted,
    oddities: ODDITIES.map((note) => ({ note, count: sum((hour) => hour.notes[note]) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
  };
}

/** Whether a hit that reports count ever came, as far as is remembered. */
export function everCounted({ days }: Pick<CollectionHealth, 'days'>): boolean {
  return days.some((day) => day.stored > (day.notes.robot ?? 0));
}
