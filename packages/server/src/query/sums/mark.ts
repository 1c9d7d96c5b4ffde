/** From which day back a counter's rows are gone, and sums are read. */

/** Kinds of rows that retention removes and that are summed. */
export type SummedKind = 'visits' | 'hits';

export interface Mark {
  readonly counter: number;
  readonly kind: SummedKind;
  /** The first day that has sums. */
  readonly since: string;
  /** The first day that is read from rows. */
  readonly until: string;
  /** Where these days begin, as the store and `Intl` call it. */
  readonly zone: string;
}
