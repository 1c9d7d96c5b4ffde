/** Reads a file's blocks in order and in bounded memory: strictly, or on behind what is damaged. */
import { BLOCK_HEADER_BYTES, sumOf } from './block.ts';
import { findBlock } from './block-search.ts';
import { type FileWindow, nextNonZero, nextZero, openWindow } from './file-window.ts';

/** The file is whole up to `validBytes`, and no further. */
export class DamagedFile extends Error {
  readonly path: string;
  readonly validBytes: number;
  readonly totalBytes: number;
  constructor(path: string, validBytes: number, totalBytes: number) {
    super(`${path} is damaged after ${validBytes} of its ${totalBytes} bytes`);
    this.path = path;
    this.validBytes = validBytes;
    this.totalBytes = totalBytes;
  }
}

/** Bytes that belong to no whole block. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface Block extends Gap {
  /** Valid until the next piece is asked for. */
  readonly payload: Buffer;
}

/**
 * A file's blocks, and the gaps between them. A tail of zeros is space taken ahead, and ends the file.
 * Only files of the journal have blocks that can be found behind a gap.
 */
export async function* readPieces(path: string): AsyncGenerator<Block | Gap> {
  const window = await openWindow(path);
  try {
    for (let at = 0; at < window.size;) {
      const payload = (await mayBeLines(window, at)) ? await payloadAt(window, at) : null;
      if (payload !== null) {
        const to = at + BLOCK_HEADER_BYTES + payload.length;
        yield { from: at, to, payload };
        at = to;
        continue;
      }
      if ((await nextNonZero(window, at)) === null) return;
      const next = await findBlock(window, at + 1);
      yield { from: at, to: next ?? (await endOfBytes(window, at)) };
      if (next === null) return;
      at = next;
    }
  } finally {
    await window.close();
  }
}

/**
 * Payloads of a file that is whole.
 * @throws DamagedFile after the last block before the first gap
 */
export async function* readBlocks(path: string): AsyncGenerator<Buffer> {
  const window = await openWindow(path);
  try {
    for (let at = 0; at < window.size;) {
      const payload = await payloadAt(window, at);
      if (payload === null) {
        if ((await nextNonZero(window, at)) === null) return;
        throw new DamagedFile(path, at, window.size);
      }
      at += BLOCK_HEADER_BYTES + payload.length;
      yield payload;
    }
  } finally {
    await window.close();
  }
}

/** Null where no whole block stands. */
async function payloadAt(window: FileWindow, at: number): Promise<Buffer | null> {
  const head = await window.hold(at, BLOCK_HEADER_BYTES);
  if (head === null) return null;
  const length = head.readUInt32LE(0);
  const sum = head.readUInt32LE(4);
  const payload = await window.hold(at + BLOCK_HEADER_BYTES, length);
  return payload !== null && sumOf(payload) === sum ? payload : null;
}

/** Whether a payload without zeros stands here: what a wrong length claims is not summed up in vain, however long. */
async function mayBeLines(window: FileWindow, at: number): Promise<boolean> {
  const begin = at + BLOCK_HEADER_BYTES;
  const head = await window.hold(at, BLOCK_HEADER_BYTES);
  if (head === null) return false;
  const end = begin + head.readUInt32LE(0);
  return end <= window.size && (await nextZero(window, begin)) >= end;
}

/** Where the last bytes end that are no zeros; something other than zeros stands at or behind `from`. */
async function endOfBytes(window: FileWindow, from: number): Promise<number> {
  let end = from;
  for (let at = from; ;) {
    const some = await window.some(at);
    if (some === null) return end;
    const last = some.findLastIndex((byte) => byte !== 0);
    if (last !== -1) end = at + last + 1;
    at += some.length;
  }
}

/**
 * Whether a gap at a file's end is what a write leaves that was cut off: less than its header says, ending within a
 * line. Where the end is a line's, or as much is there as was to be, it was whole once.
 */
export async function isCutOff(path: string, gap: Gap): Promise<boolean> {
  const window = await openWindow(path);
  try {
    const head = await window.hold(gap.from, BLOCK_HEADER_BYTES);
    if (head === null || gap.to - gap.from < BLOCK_HEADER_BYTES) return true;
    if (gap.from + BLOCK_HEADER_BYTES + head.readUInt32LE(0) <= gap.to) return false;
    const last = await window.hold(gap.to - 1, 1);
    return last?.[0] !== LINE_END;
  } finally {
    await window.close();
  }
}

const LINE_END = 0x7d;
