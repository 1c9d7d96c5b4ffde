/** Where backfills that were asked for are kept, and what they have found. */
import type { GoalDefinition } from '../../goals/index.ts';
import type { Claims } from '../../kit/outbox/port.ts';

export interface StoredBackfill {
  readonly id: string;
  readonly counterId: number;
  readonly goalId: number;
  /** The goal as it was when this was asked for; what is found does not change with it. */
  readonly goal: GoalDefinition;
  /** Reaches from this moment on, in milliseconds since the epoch. */
  readonly from: number;
  /** Of hits that came before this one. */
  readonly to: number;
  /** Parts of the visitors, one after the other; 0: not known yet. */
  readonly parts: number;
  readonly done: number;
  readonly reaches: number;
  readonly removing: boolean;
  readonly askedBy: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly waitsFor: string;
}

/** At most one stands for each goal. Due are those that are not finished, and those to be removed. */
export interface BackfillStore extends Claims<StoredBackfill> {
  /** @returns false where one stands already */
  add(backfill: StoredBackfill): Promise<boolean>;
  get(counterId: number, goalId: number): Promise<StoredBackfill | null>;
  list(counterId: number): Promise<StoredBackfill[]>;
  /** By goal, when each was made; deleted ones too. */
  madeAt(counterId: number): Promise<ReadonlyMap<number, number>>;
  /** @returns false where it is no more, or is to be removed */
  split(id: string, parts: number): Promise<boolean>;
  /** One more part is done, if `done` were. @returns false where it is no more, or is to be removed */
  advance(id: string, done: number, reaches: number): Promise<boolean>;
  finish(id: string, at: number): Promise<void>;
  postpone(id: string, why: string): Promise<void>;
  /** @returns false where none stands */
  markRemoving(counterId: number, goalId: number): Promise<boolean>;
  remove(id: string): Promise<void>;
}

export interface PastReach {
  /** Decimal UInt64s. */
  readonly visitor: string;
  readonly visit: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

/** Reaches of a goal in the table of their own. Each can be done again and does nothing more. */
export interface PastReaches {
  /** @param token of what is put: the same again is left out */
  put(
    counterId: number,
    goalId: number,
    reaches: readonly PastReach[],
    written: { readonly token: string; readonly version: number },
  ): Promise<void>;
  /** Takes out what is of visitors without hits: they were erased while it was computed. */
  removeErased(counterId: number, goalId: number): Promise<void>;
  remove(counterId: number, goalId: number): Promise<void>;
}
