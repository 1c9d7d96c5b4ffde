/** What keeping for a set time asks of the stores. */
import type { RetentionKind, RetentionPeriods } from '@goalpost/contract/management';
import type { SummedUntil } from '../../query/index.ts';
import type { Claims } from '../../kit/outbox/port.ts';

export interface Expired {
  readonly rows: number;
  /** Milliseconds; null: there is nothing. */
  readonly oldest: number | null;
}

/** Rows of one kind that are old. `before` is the beginning of a day of UTC, in milliseconds. */
export interface ExpiringRows {
  count(counterId: number, before: number): Promise<Expired>;
  /**
   * Done twice, it does nothing more.
   * @param summed days that have sums: of rows that are summed, no others go
   */
  remove(counterId: number, before: number, summed?: SummedUntil): Promise<void>;
}

/** Sums of days whose rows go, for one of the kinds that have them [P43]. */
export interface KeptSums {
  readonly kinds: readonly RetentionKind[];
  /** How many days with rows there are before the moment. */
  days(counterId: number, kind: RetentionKind, before: number): Promise<number>;
  /**
   * Written before the rows go. Done twice, it does nothing more.
   * @param hold before each step: it rejects where another node is at it
   */
  sum(
    counterId: number,
    kind: RetentionKind,
    before: number,
    hold: () => Promise<void>,
  ): Promise<SummedUntil | undefined>;
}

export type { SummedUntil };

/** Everything that a counter has in a store. */
export interface PurgeableRows {
  /** Done twice, it does nothing more. */
  purge(counterId: number): Promise<void>;
}

export type ExpiringStores = Readonly<Record<RetentionKind, ExpiringRows>>;

export interface Loss extends Expired {
  readonly kind: RetentionKind;
  readonly before: number;
  /** Days of it whose sums stay. Runs of before sums have none. */
  readonly summedDays?: number;
}

export interface StoredRun {
  readonly id: string;
  readonly counterId: number;
  readonly task: 'retention' | 'purge';
  /** As they were when it was asked for. */
  readonly losses: readonly Loss[];
  readonly askedBy: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly waitsFor: string;
}

export interface RetentionStore extends Claims<StoredRun> {
  /** What a counter has not set is null. */
  periods(counterId: number): Promise<RetentionPeriods>;
  save(counterId: number, periods: RetentionPeriods): Promise<void>;
  /** False: it never asked for sums of days. They stay when they are switched off [P44]. */
  mayHaveSums(counterId: number): Promise<boolean>;
  /** Counters that keep something for a set time. */
  all(): Promise<readonly { readonly counterId: number; readonly periods: RetentionPeriods }[]>;
  /** Deleted before the moment, and not purged. */
  purgeable(deletedBefore: number): Promise<readonly number[]>;
  /** From here on it cannot be restored. @returns false where it is not deleted */
  beginPurge(counterId: number): Promise<boolean>;
  has(id: string): Promise<boolean>;
  /** One that has the id already stays as it is. */
  add(run: StoredRun): Promise<void>;
  list(counterId: number): Promise<StoredRun[]>;
  /** It waits for another try. */
  postpone(id: string, why: string): Promise<void>;
  finish(id: string, at: number): Promise<void>;
}
