/** What a file of rates says, before it is known which of it is needed. */
/** What one unit of `base` costs in each currency, as it was written: not looked at before it is needed. */
export interface RateDay {
  /** `YYYY-MM-DD`; null: not said. */
  readonly day: string | null;
  readonly units: ReadonlyMap<string, unknown>;
}

export interface RateFile {
  readonly base: string;
  readonly days: readonly RateDay[];
}
