/** What the tables of reports are made of: columns, values of a row, and the order of rows. */
import type { Measure } from '../metrics.ts';

export interface Column extends Measure {
  /** Name of the goal whose columns stand together. */
  readonly over?: string;
}

export type Values = readonly (number | null)[];

/** Metric, or `name` for the first column, and whether the largest comes first. */
export interface Sort {
  readonly metric: string;
  readonly down: boolean;
}
