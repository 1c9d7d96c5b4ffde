/** For tests: what a metric of the plain count is. */
import type { VisitRow } from '../../collect/index.ts';

/** What a metric may look at beside the visits of its row. */
export interface ModelScope {
  readonly goals: readonly number[];
  readonly favorites: readonly number[];
  readonly currency: string;
  readonly days: number;
  /** Where rows are goals: the row's goal, or null in the totals; and all visits with its other dimensions. */
  readonly row: { readonly goal: number | null; readonly whole: readonly VisitRow[] } | null;
}

export type ModelMetric = (visits: readonly VisitRow[], scope: ModelScope) => number | null;
