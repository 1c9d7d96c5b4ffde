/** What kind of happening an alert looks for. One file a kind, listed in `kinds.ts`. */
import type { AlertKindId } from '@goalpost/contract/notices';
import type { Happening } from '../detect/happening.ts';
import type { Watched } from '../detect/watch.ts';

/** What there was, hour by hour, up to the last whole hour. */
export interface History {
  readonly starts: readonly number[];
  /** Weekday × 24 + hour, where the counter is. */
  readonly keys: readonly number[];
  readonly visits: readonly number[];
  readonly pageViews: readonly number[];
  /** Visits that reached each goal: how often one did is no matter of chance. */
  readonly goals: readonly { readonly id: number; readonly reached: readonly number[] }[];
  /** Visitors in the chat who waited for an answer. */
  readonly waits: readonly Wait[];
  /** Goals that made themselves, oldest first. */
  readonly made: readonly MadeGoal[];
  /** The first moment of the days that are judged. */
  readonly from: number;
  /** When it was read. */
  readonly now: number;
}

export interface Wait {
  readonly from: number;
  /** Null: they still wait. */
  readonly until: number | null;
}

export interface MadeGoal {
  readonly id: number;
  readonly at: number;
}

export interface AlertOptions {
  /** Null: each goal of the counter. */
  readonly goalId: number | null;
  /** How long a visitor may wait in the chat. */
  readonly minutes: number;
}

export interface AlertKind {
  readonly id: AlertKindId;
  /** Kinds that say the same of the same hours, and more of its cause: then they alone tell. */
  readonly explainedBy: readonly AlertKindId[];
  find(history: History, options: AlertOptions): Happening[];
}

export const ofTraffic = ({ starts, keys }: History, counts: readonly number[]): Watched =>
  sinceFirst({ starts, keys, counts, chances: null, goalId: null, among: 1 });

/** Visits that reached each goal that is watched, among those there were. */
export function ofGoals({ starts, keys, visits, goals }: History, { goalId }: AlertOptions): Watched[] {
  const chosen = goals.filter(({ id }) => goalId === null || id === goalId);
  return chosen.map(({ id, reached }) =>
    sinceFirst({ starts, keys, counts: reached, chances: visits, goalId: id, among: chosen.length }),
  );
}

/** Before its first hour with anything it was not there, which teaches nothing. */
function sinceFirst(watched: Watched): Watched {
  const first = watched.counts.findIndex((count) => count > 0);
  const since = <T>(some: readonly T[]): readonly T[] => (first === -1 ? [] : some.slice(first));
  return {
    ...watched,
    starts: since(watched.starts),
    keys: since(watched.keys),
    counts: since(watched.counts),
    chances: watched.chances && since(watched.chances),
  };
}
