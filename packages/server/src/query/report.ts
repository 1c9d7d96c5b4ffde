/** A named question, what the field's API calls a preset. Those there are stand in the contract's catalogue. */
export interface Report {
  /** The value of `preset`. */
  readonly id: string;
  /** Full names; parameters in angle brackets are filled from the request. */
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
}
