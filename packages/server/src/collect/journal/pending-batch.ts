/**
 * Records that wait for the same flush: their bytes, framed as they come, and the one promise they share. Bytes
 * and not strings, so that under load nothing but one buffer outlives its request.
 */
import { BLOCK_HEADER_BYTES, sealBlock } from './block.ts';

/** A block of this many bytes is full: bounds what a reader holds. */
const BLOCK_BYTES = 256 * 1024;
const FIRST_BYTES = 256 * 1024;
const NEWLINE = 10;

/** Framed bytes that grow; used again and again. */
export interface FramedBuffer {
  readonly length: number;
  add(line: string): void;
  /** Valid until the next `clear`. */
  bytes(): Buffer;
  clear(): void;
}

export function createFramedBuffer(): FramedBuffer {
  let buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  let end = 0;
  /** Where the open block's header stands; -1: none is open. */
  let block = -1;

  function seal(): void {
    if (block === -1) return;
    sealBlock(buffer, block, end);
    block = -1;
  }

  return {
    get length() {
      return end;
    },
    add(line) {
      const bound = end + BLOCK_HEADER_BYTES + 1 + line.length * 3;
      if (bound > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(bound, buffer.length * 2));
        buffer.copy(larger, 0, 0, end);
        buffer = larger;
      }
      if (block === -1) {
        block = end;
        end += BLOCK_HEADER_BYTES;
      } else {
        buffer[end++] = NEWLINE;
      }
      end += buffer.write(line, end, 'utf8');
      if (end - block >= BLOCK_BYTES) seal();
    },
    bytes() {
      seal();
      return buffer.subarray(0, end);
    },
    clear() {
      end = 0;
      block = -1;
      // What one flood needed is not held for ever.
      if (buffer.length > FIRST_BYTES * 16) buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
    },
  };
}

export interface Batch extends PromiseWithResolvers<void> {
  readonly buffer: FramedBuffer;
  records: number;
}

export function createBatch(buffer: FramedBuffer): Batch {
  buffer.clear();
  return { ...Promise.withResolvers<void>(), buffer, records: 0 };
}
