/**
 * Records that wait for the same flush: their bytes, framed as they come, and the one promise they share. Bytes
 * and not strings, so that under load nothing but one buffer outlives its request.
 */
import { BLOCK_HEADER_BYTES, sealBlock } from './block.ts';
import { type BlockPlace, PLACE_LINE_BYTES, placeLine } from './block-place.ts';

/** A block of this many bytes is full: bounds what a reader holds. */
const BLOCK_BYTES = 256 * 1024;
const FIRST_BYTES = 256 * 1024;
const NEWLINE = 10;

/** Framed bytes that grow; used again and again. */
export interface FramedBuffer {
  readonly length: number;
  /** Records held, and how many of them are settings. */
  readonly records: number;
  readonly settings: number;
  add(line: string, isSettings: boolean): void;
  /** @param place of the first record. Valid until the next `clear`. */
  bytes(place: BlockPlace): Buffer;
  clear(): void;
}

interface OpenBlock {
  readonly at: number;
  end: number;
  records: number;
  settings: number;
}

export function createFramedBuffer(): FramedBuffer {
  let buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  let end = 0;
  let blocks: OpenBlock[] = [];
  const sum = (count: 'records' | 'settings') => blocks.reduce((total, block) => total + block[count], 0);

  function blockFor(bytes: number): OpenBlock {
    const bound = end + BLOCK_HEADER_BYTES + PLACE_LINE_BYTES + bytes;
    if (bound > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(bound, buffer.length * 2));
      buffer.copy(larger, 0, 0, end);
      buffer = larger;
    }
    const last = blocks.at(-1);
    if (last !== undefined && last.end - last.at < BLOCK_BYTES) {
      buffer[end++] = NEWLINE;
      return last;
    }
    const block = { at: end, end, records: 0, settings: 0 };
    blocks.push(block);
    end += BLOCK_HEADER_BYTES + PLACE_LINE_BYTES;
    return block;
  }

  return {
    get length() {
      return end;
    },
    get records() {
      return sum('records');
    },
    get settings() {
      return sum('settings');
    },
    add(line, isSettings) {
      const block = blockFor(1 + line.length * 3);
      end += buffer.write(line, end, 'utf8');
      block.end = end;
      block.records++;
      if (isSettings) block.settings++;
    },
    bytes({ s, n, c }) {
      let before = { s, n, c };
      for (const block of blocks) {
        buffer.write(placeLine(before), block.at + BLOCK_HEADER_BYTES, 'latin1');
        sealBlock(buffer, block.at, block.end);
        before = { s, n: before.n + block.records, c: before.c + block.settings };
      }
      return buffer.subarray(0, end);
    },
    clear() {
      end = 0;
      blocks = [];
      // What one flood needed is not held for ever.
      if (buffer.length > FIRST_BYTES * 16) buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
    },
  };
}

export interface Batch extends PromiseWithResolvers<void> {
  readonly buffer: FramedBuffer;
}

export function createBatch(buffer: FramedBuffer): Batch {
  buffer.clear();
  return { ...Promise.withResolvers<void>(), buffer };
}
