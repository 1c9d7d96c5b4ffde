/**
 * The layout of one visitor in a chunk. Five 32-bit words, then how many shared texts it uses and which, then its
 * visits. Records begin at whole words.
 */
export const HEAD_WORDS = 5;
export const WORD = 4;

/** Whose visits they are; robots' are apart from people's of the same number [V13]. */
export interface VisitorKey {
  readonly counterId: number;
  /** Halves of the visitor's number. */
  readonly low: number;
  readonly high: number;
  readonly robot: boolean;
}

export interface RecordHead extends VisitorKey {
  /** Arrival of its latest hit, seconds. */
  readonly lastArrival: number;
  /** Words of the whole record. */
  readonly words: number;
  /** Replaced or forgotten. */
  readonly dead: boolean;
}

const ROBOT = 1;
const DEAD = 2;
const FLAGS = 4;

export function writeHead(words: Uint32Array, at: number, head: Omit<RecordHead, 'dead'>): void {
  words[at] = head.counterId;
  words[at + 1] = head.low;
  words[at + 2] = head.high;
  words[at + 3] = head.lastArrival;
  words[at + 4] = head.words * FLAGS + (head.robot ? ROBOT : 0);
}

export function readHead(words: Uint32Array, at: number): RecordHead {
  const last = words[at + 4] as number;
  return {
    counterId: words[at] as number,
    low: words[at + 1] as number,
    high: words[at + 2] as number,
    lastArrival: words[at + 3] as number,
    words: last >>> 2,
    robot: (last & ROBOT) !== 0,
    dead: (last & DEAD) !== 0,
  };
}

export function isOf(words: Uint32Array, at: number, key: VisitorKey): boolean {
  return (
    words[at + 1] === key.low &&
    words[at + 2] === key.high &&
    words[at] === key.counterId &&
    ((words[at + 4] as number) & ROBOT) === (key.robot ? ROBOT : 0)
  );
}

export function markDead(words: Uint32Array, at: number): void {
  words[at + 4] = (words[at + 4] as number) | DEAD;
}

/** 32 bits, spread evenly; visitors' numbers are mostly times and need it. */
export function hashOfKey({ counterId, low, high, robot }: VisitorKey): number {
  let hash = Math.imul(low ^ Math.imul(counterId, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ high, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (robot ? 0x27d4eb2f : 0), 0x165667b1);
  return (hash ^ (hash >>> 16)) >>> 0;
}
