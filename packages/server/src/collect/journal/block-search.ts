/**
 * Finds the next whole block of the journal behind damage. What visitors send can never be taken for one: a
 * header's fourth byte is zero, and lines of JSON hold no zero byte, and no unescaped quotation mark of a visitor's.
 */
import { BLOCK_HEADER_BYTES, sumOf } from './block.ts';
import { type FileWindow, nextZero } from './file-window.ts';

/** Place of the zero byte in the header of a block shorter than 16 MiB; longer ones are not looked for. */
const ZERO_AT = 3;
/** How each record begins. */
const RECORD_START = Buffer.from('{"k":"');
const RECORD_END = 0x7d;
const EMPTY_SUM = sumOf(Buffer.alloc(0));

/**
 * Its work is linear: of the places where a header may stand, only those whose payload would hold no zero are summed
 * up, so that no two of them overlap by more than a header.
 * @returns where its header stands; null: there is none
 */
export async function findBlock(window: FileWindow, from: number): Promise<number | null> {
  let at = from;
  for (;;) {
    const place = await mayStart(window, at);
    if (place === null) return null;
    if (await isBlock(window, place)) return place;
    at = place + 1;
  }
}

/** The next place with a header's zero byte and, where the buffer reaches so far, what must follow it. */
async function mayStart(window: FileWindow, from: number): Promise<number | null> {
  for (let at = from + ZERO_AT; ;) {
    const some = await window.some(at);
    if (some === null) return null;
    for (let zero = some.indexOf(0); zero !== -1; zero = some.indexOf(0, zero + 1)) {
      const begin = zero - ZERO_AT + BLOCK_HEADER_BYTES;
      const isInView = begin + RECORD_START.length <= some.length;
      if (!isInView || some[begin] === RECORD_START[0] || some.readUInt32LE(zero + 1) === EMPTY_SUM)
        return at + zero - ZERO_AT;
    }
    at += some.length;
  }
}

async function isBlock(window: FileWindow, at: number): Promise<boolean> {
  const head = await window.hold(at, BLOCK_HEADER_BYTES);
  if (head === null) return false;
  const length = head.readUInt32LE(0);
  const sum = head.readUInt32LE(4);
  return length === 0 ? sum === EMPTY_SUM : await holdsRecords(window, at, length, sum);
}

async function holdsRecords(window: FileWindow, at: number, length: number, sum: number): Promise<boolean> {
  const begin = at + BLOCK_HEADER_BYTES;
  if (length < RECORD_START.length) return false;
  const start = await window.hold(begin, RECORD_START.length);
  if (start === null || !start.equals(RECORD_START)) return false;
  if (begin + length > window.size || (await nextZero(window, begin)) < begin + length) return false;
  const payload = await window.hold(begin, length);
  return payload !== null && payload.at(-1) === RECORD_END && sumOf(payload) === sum;
}
