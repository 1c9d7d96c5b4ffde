/** "Collection health": what became of every request, by counter, remembered over restarts. */
import type {
  CollectionHealth,
  MaskCounts,
  RefusalReason,
  OtherChatNote,
} from '@goalpost/contract/collection';
import type { CounterConfig } from '../state/counter-config.ts';
import type { DoorTally } from '../door/watch-handler.ts';
import { isAmong } from '../../goals/index.ts';
import type { CounterDirectory } from '../ports.ts';
import type { LateNotes } from '../run/batch.ts';
import { createStrays, type Stray } from './stray.ts';
import {
  countMasked,
  countNotes,
  countRefused,
  countStored,
  DAY_MS,
  emptyTally,
  type Tally,
} from './tally.ts';

/** Plain data, as it is saved. */
export interface SavedHealth {
  readonly counters: Readonly<Record<string, Tally>>;
  readonly strays: readonly Stray[];
  /** What processing found in segments up to this one is counted. */
  readonly segment: number;
  readonly setAside: number;
  /** Segments found damaged before version 0.2, which keeps a list of them. */
  readonly damaged: number;
}

export const NO_HEALTH: SavedHealth = { counters: {}, strays: [], segment: 0, setAside: 0, damaged: 0 };

/** Milliseconds since the epoch; null: none ever, as far as is remembered. */
export interface TagSeen {
  readonly firstHitAt: number | null;
  readonly lastHitAt: number | null;
  /** Hits taken in the latest seven days. */
  readonly week: number;
}

export interface Health extends DoorTally {
  /** What processing found of a segment's hits, by counter. */
  noted(segment: number, now: number, byCounter: ReadonlyMap<number, LateNotes>): void;
  setAside(hits: number): void;
  /** A vendor's webhook was refused, or something of a vendor's chat was ignored. */
  otherChat(counterId: number, now: number, what: 'refused' | OtherChatNote): void;
  /** What another part of the server has masked, such as the chat. */
  masked(counterId: number, now: number, counts: MaskCounts): void;
  totals(): {
    readonly stored: number;
    readonly refused: number;
    readonly setAside: number;
    readonly damaged: number;
  };
  /** What came of a counter at all. */
  seen(counterId: number, now: number): TagSeen;
  of(config: CounterConfig, now: number): Omit<CollectionHealth, 'server'>;
  save(): SavedHealth;
}

export function createHealth(directory: CounterDirectory, saved: SavedHealth): Health {
  const tallies = new Map(Object.entries(saved.counters).map(([id, tally]) => [Number(id), tally]));
  const strays = createStrays(saved.strays);
  const { damaged } = saved;
  let { segment, setAside } = saved;
  let stored = 0;
  let refused = 0;

  function tallyOf(counterId: number): Tally {
    let tally = tallies.get(counterId);
    if (tally === undefined) tallies.set(counterId, (tally = emptyTally()));
    return tally;
  }

  return {
    stored(counterId, now, notes, masked = {}) {
      stored++;
      countStored(tallyOf(counterId), now, notes, masked);
    },
    refused({ reason, asked, counterId, host, now }) {
      refused++;
      // Only counters that exist have a tally: others are anyone's invention, and bounded by `strays`.
      if (counterId !== null && directory.get(counterId) !== undefined) {
        countRefused(tallyOf(counterId), now, reason, host);
      } else {
        strays.count(asked, host, now);
      }
    },
    noted(number, now, byCounter) {
      if (number <= segment) return;
      segment = number;
      for (const [counterId, notes] of byCounter) countNotes(tallyOf(counterId), now, notes);
    },
    masked(counterId, now, counts) {
      if (directory.get(counterId) !== undefined) countMasked(tallyOf(counterId), now, counts);
    },
    otherChat(counterId, now, what) {
      if (directory.get(counterId) === undefined) return;
      if (what === 'refused') countRefused(tallyOf(counterId), now, 'webhook', '');
      else countNotes(tallyOf(counterId), now, { [what]: 1 });
    },
    setAside(hits) {
      setAside += hits;
    },
    totals: () => ({ stored, refused, setAside, damaged }),
    seen(counterId, now) {
      const { firstHitAt, lastHitAt, days } = tallies.get(counterId) ?? emptyTally();
      const week = days.filter(({ at }) => now - at < 7 * DAY_MS).reduce((sum, day) => sum + day.stored, 0);
      return { firstHitAt, lastHitAt, week };
    },
    of({ counterId, hosts }, now) {
      const tally = tallies.get(counterId) ?? emptyTally();
      return {
        counter_id: counterId,
        now,
        first_hit_at: tally.firstHitAt,
        last_hit_at: tally.lastHitAt,
        hours: tally.hours.map((counts) => ({ ...counts })),
        days: tally.days.map((counts) => ({ ...counts })),
        refusals: refusalsOf(tally),
        stray: strays
          .all()
          .filter(({ host }) => isAmong(host, hosts))
          .map(({ counter, host, count, lastAt }) => ({ counter, host, count, last_at: lastAt }))
          .toReversed(),
      };
    },
    save: () => ({
      counters: Object.fromEntries(tallies),
      strays: strays.all(),
      segment,
      setAside,
      damaged,
    }),
  };
}

function refusalsOf(tally: Tally): CollectionHealth['refusals'] {
  return (Object.keys(tally.latest) as RefusalReason[])
    .map((reason) => ({
      reason,
      count: tally.days.reduce((sum, { refused }) => sum + (refused[reason] ?? 0), 0),
      last_at: tally.latest[reason]?.at ?? 0,
      host: tally.latest[reason]?.host ?? '',
    }))
    .toSorted((a, b) => b.last_at - a.last_at);
}
