/** The contract of a report: a named question, what the field's API calls a preset. */
export interface Report {
  /** The value of `preset`. */
  readonly id: string;
  /** Full names; parameters in angle brackets are filled from the request. */
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
}

export function defineReport(report: Report): Report {
  return report;
}

const PREFIX = 'ym:s:';

/** Full names of what is listed without its namespace. */
export const visitNames = (...names: string[]): string[] => names.map((name) => PREFIX + name);
