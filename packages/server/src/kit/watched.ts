/** Says what a thread works on, so that the watchdog can name what it is stuck in. */

/** Number of a text that was made known once, so that saying it again costs one store into memory. */
export type Label = number & { readonly label?: never };

export interface Watched {
  /** Once a text, at the start: labels are few and bounded. */
  label(text: string): Label;
  /** A piece of work that lets nothing else run until `leave`. */
  enter(label: Label): void;
  /** The same for one record of the journal. */
  enterRecord(segment: number, place: number): void;
  leave(): void;
  /**
   * Work with pauses, of which many may be under way at once, such as a request.
   * @returns what `end` is told when it is over
   */
  begin(label: Label): number;
  end(begun: number): void;
}

/** Where no watchdog runs. */
export const UNWATCHED: Watched = {
  label: () => 0,
  enter() {},
  enterRecord() {},
  leave() {},
  begin: () => 0,
  end() {},
};
