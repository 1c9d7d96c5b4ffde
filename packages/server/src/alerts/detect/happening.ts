/** What an alert tells of: when it began, when it was found, when it was over, and by which numbers. */

export interface Happening {
  /** The goal it is about; null: the whole counter. */
  readonly goalId: number | null;
  /** Moments, in milliseconds: of the first hour that was unusual, and when that could be known. */
  readonly begin: number;
  readonly found: number;
  /** When it was known to be over; null: it goes on. */
  readonly over: number | null;
  /** It lasted for so long that it is the usual now. */
  readonly settled: boolean;
  /** What there was from `begin` to `found`, and what is usual. */
  readonly observed: number;
  readonly expected: number;
}
