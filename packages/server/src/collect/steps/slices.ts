/** Work in slices of a few milliseconds, so that hits and their answers come first. */
import { UNWATCHED, type Watched } from '../../kit/watched.ts';
import type { Segment } from '../run/batch.ts';

/** Longest time without a pause. */
const SLICE_MS = 4;
/** Steps between two looks at the clock. */
const STRIDE = 16;
const NONE = -1;

export interface Slices {
  /** To be asked before each small piece of work: true where `rest` is due. */
  due(): boolean;
  /** The same before a piece of work that may not be small. */
  overdue(): boolean;
  rest(): Promise<void>;
  /** The work on a record begins: where it never ends, the watchdog knows which one it was. */
  begin(place: number): void;
  /** The work on records ends, or waits for something else. */
  leave(): void;
}

/** @param pause lets the event loop run */
export function createSlices(
  pause: () => Promise<void>,
  watched: Watched = UNWATCHED,
  { number, places }: Pick<Segment, 'number' | 'places'> = { number: 0 },
): Slices {
  let asked = 0;
  let current = NONE;
  let startedAt = performance.now();
  function begin(place: number): void {
    current = place;
    watched.enterRecord(number, places?.[place] ?? place);
  }
  function leave(): void {
    current = NONE;
    watched.leave();
  }
  const overdue = () => performance.now() - startedAt > SLICE_MS;
  return {
    due: () => ++asked % STRIDE === 0 && overdue(),
    overdue,
    begin,
    leave,
    async rest() {
      const resumed = current;
      leave();
      await pause();
      if (resumed !== NONE) begin(resumed);
      startedAt = performance.now();
    },
  };
}
