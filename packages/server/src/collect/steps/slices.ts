/** Work in slices of a few milliseconds, so that hits and their answers come first. */

/** Longest time without a pause. */
const SLICE_MS = 4;
/** Steps between two looks at the clock. */
const STRIDE = 16;

export interface Slices {
  /** To be asked before each small piece of work: true where `rest` is due. */
  due(): boolean;
  /** The same before a piece of work that may not be small. */
  overdue(): boolean;
  rest(): Promise<void>;
}

/** @param pause lets the event loop run */
export function createSlices(pause: () => Promise<void>): Slices {
  let asked = 0;
  let startedAt = performance.now();
  const overdue = () => performance.now() - startedAt > SLICE_MS;
  return {
    due: () => ++asked % STRIDE === 0 && overdue(),
    overdue,
    async rest() {
      await pause();
      startedAt = performance.now();
    },
  };
}
