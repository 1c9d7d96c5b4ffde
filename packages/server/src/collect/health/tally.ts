/** What became of one counter's requests, by hour and by day. */
import {
  HIT_NOTES,
  MASK_KINDS,
  type HitNote,
  type MaskCounts,
  type MaskKind,
  type RefusalReason,
} from '@goalpost/contract/collection';

export interface Counts {
  /** Start of the span, milliseconds since the epoch. */
  readonly at: number;
  stored: number;
  notes: Partial<Record<HitNote, number>>;
  refused: Partial<Record<RefusalReason, number>>;
  /** Absent: none, as in what was saved before there were masks. */
  masked?: Partial<Record<MaskKind, number>>;
}

/** Plain data, as it is saved. */
export interface Tally {
  firstHitAt: number | null;
  lastHitAt: number | null;
  /** Oldest first. */
  hours: Counts[];
  days: Counts[];
  latest: Partial<Record<RefusalReason, { at: number; host: string }>>;
}

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const KEPT_HOURS = 48;
const KEPT_DAYS = 31;

export function emptyTally(): Tally {
  return { firstHitAt: null, lastHitAt: null, hours: [], days: [], latest: {} };
}

export function countStored(tally: Tally, now: number, notes: readonly HitNote[], masked: MaskCounts): void {
  tally.firstHitAt ??= now;
  tally.lastHitAt = now;
  for (const counts of spans(tally, now)) {
    counts.stored++;
    for (const note of notes) counts.notes[note] = (counts.notes[note] ?? 0) + 1;
    addMasked(counts, masked);
  }
}

export function countMasked(tally: Tally, now: number, masked: MaskCounts): void {
  for (const counts of spans(tally, now)) addMasked(counts, masked);
}

function addMasked(counts: Counts, masked: MaskCounts): void {
  for (const kind of MASK_KINDS) {
    const more = masked[kind];
    if (more !== undefined) (counts.masked ??= {})[kind] = (counts.masked[kind] ?? 0) + more;
  }
}

export function countNotes(tally: Tally, now: number, found: Partial<Record<HitNote, number>>): void {
  for (const { notes } of spans(tally, now)) {
    for (const note of HIT_NOTES) if (found[note]) notes[note] = (notes[note] ?? 0) + found[note];
  }
}

export function countRefused(tally: Tally, now: number, reason: RefusalReason, host: string): void {
  for (const { refused } of spans(tally, now)) refused[reason] = (refused[reason] ?? 0) + 1;
  tally.latest[reason] = { at: now, host: host === '' ? (tally.latest[reason]?.host ?? '') : host };
}

function spans(tally: Tally, now: number): readonly [Counts, Counts] {
  return [current(tally.hours, now, HOUR_MS, KEPT_HOURS), current(tally.days, now, DAY_MS, KEPT_DAYS)];
}

/** The span that `now` is in. A clock set back counts into the latest. */
function current(counts: Counts[], now: number, length: number, kept: number): Counts {
  const last = counts.at(-1);
  if (last !== undefined && now < last.at + length) return last;
  const fresh: Counts = { at: now - (now % length), stored: 0, notes: {}, refused: {} };
  counts.push(fresh);
  if (counts.length > kept) counts.shift();
  return fresh;
}
