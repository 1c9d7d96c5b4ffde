/** The memory that a watched thread and the watchdog share: the beat, and what is under way. */
import type { Label, Watched } from '../../kit/watched.ts';

/** Both sides see it at once, also while the watched thread hears nothing. */
export type Board = SharedArrayBuffer;

/** Work with pauses that is remembered: of more, the latest. */
const PLACES = 128;
/** Integers at the beginning of the board. */
const BEAT = 0;
const STEP = 1;
const BEGUN = 2;
const THREAD = 3;
const HEAD = 4;
/** `STEP` while a record is under way. Labels count from 1, and 0 is none. */
const RECORD = -1;
const INTEGERS = HEAD + PLACES * 2;
/** Segments are numbered by the second of their making, which integers hold until 2038 only. */
const NUMBERS = 2;

export function createBoard(): Board {
  return new SharedArrayBuffer(INTEGERS * 4 + NUMBERS * 8);
}

const integersOf = (board: Board) => new Int32Array(board, 0, INTEGERS);
const numbersOf = (board: Board) => new Float64Array(board, INTEGERS * 4, NUMBERS);

/** The watched side. Plain stores: they cost next to nothing, and are seen long before the watchdog reads them. */
export interface BoardWriter extends Omit<Watched, 'label'> {
  beat(): void;
  /** @param thread the system's number of this thread; 0: not known */
  introduce(thread: number): void;
}

export function writeOn(board: Board): BoardWriter {
  const integers = integersOf(board);
  const numbers = numbersOf(board);
  let begun = 0;
  return {
    beat: () => void Atomics.add(integers, BEAT, 1),
    introduce: (thread) => void Atomics.store(integers, THREAD, thread),
    enter(label) {
      integers[STEP] = label;
    },
    enterRecord(segment, place) {
      numbers[0] = segment;
      numbers[1] = place;
      integers[STEP] = RECORD;
    },
    leave() {
      integers[STEP] = 0;
    },
    begin(label) {
      // Wraps long before it is no integer any more; 0 is no work.
      begun = begun >= 0x3fff_ffff ? 1 : begun + 1;
      const at = HEAD + (begun % PLACES) * 2;
      integers[at] = label;
      integers[at + 1] = begun;
      integers[BEGUN] = begun;
      return begun;
    },
    end(which) {
      const at = HEAD + (which % PLACES) * 2;
      // Its place may have gone to later work.
      if (integers[at + 1] === which) integers[at + 1] = 0;
    },
  };
}

/** What a thread is at. */
export type UnderWay =
  | { readonly kind: 'record'; readonly segment: number; readonly place: number }
  /** Names of what lets nothing else run, or else of all that is under way, the latest first. */
  | { readonly kind: 'work'; readonly names: readonly string[] };

export interface BoardReader {
  beats(): number;
  thread(): number;
  underWay(nameOf: (label: Label) => string): UnderWay;
}

/** The watchdog's side. */
export function readFrom(board: Board): BoardReader {
  const integers = integersOf(board);
  const numbers = numbersOf(board);
  const at = (index: number) => Atomics.load(integers, index);
  return {
    beats: () => at(BEAT),
    thread: () => at(THREAD),
    underWay(nameOf) {
      const step = at(STEP);
      if (step === RECORD) return { kind: 'record', segment: numbers[0] ?? 0, place: numbers[1] ?? 0 };
      if (step !== 0) return { kind: 'work', names: [nameOf(step)] };
      const names: string[] = [];
      for (let back = 0; back < PLACES; back++) {
        const which = at(BEGUN) - back;
        if (which <= 0) break;
        const place = HEAD + (which % PLACES) * 2;
        if (at(place + 1) === which) names.push(nameOf(at(place)));
      }
      return { kind: 'work', names };
    },
  };
}
