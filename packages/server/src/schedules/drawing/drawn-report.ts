/** What is drawn of a report, in words and cells as people read them. */
export interface DrawnReport {
  readonly language: 'en' | 'ru';
  readonly site: string;
  readonly title: string;
  readonly days: string;
  /** SVG; null: one day has no line. */
  readonly chart: string | null;
  readonly head: readonly string[];
  /** The totals first. */
  readonly rows: readonly (readonly string[])[];
  /** Columns before this one are names, the others numbers. */
  readonly names: number;
  /** How many rows are left out, in words; empty: none. */
  readonly more: string;
  /** What is said below, each in a line of its own; empty: nothing. */
  readonly foot: string;
}

export type DrawnForm = 'pdf' | 'png';
