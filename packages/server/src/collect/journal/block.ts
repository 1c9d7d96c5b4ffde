/** Framing of files that must survive a torn write: `u32 length | u32 crc32 | payload`, little-endian. */
import { crc32 } from 'node:zlib';

export const BLOCK_HEADER_BYTES = 8;
/** Sums start from here, so that a stretch of zeros is no valid (empty) block. */
const SUM_SEED = 0x474f_414c;

export function sumOf(payload: Uint8Array): number {
  return crc32(payload, SUM_SEED);
}

/** Writes the header of a block whose payload stands already between `offset + BLOCK_HEADER_BYTES` and `end`. */
export function sealBlock(buffer: Buffer, offset: number, end: number): void {
  const start = offset + BLOCK_HEADER_BYTES;
  buffer.writeUInt32LE(end - start, offset);
  buffer.writeUInt32LE(sumOf(buffer.subarray(start, end)), offset + 4);
}

export function encodeBlock(payload: string): Buffer {
  const buffer = Buffer.allocUnsafe(BLOCK_HEADER_BYTES + Buffer.byteLength(payload));
  buffer.write(payload, BLOCK_HEADER_BYTES, 'utf8');
  sealBlock(buffer, 0, buffer.length);
  return buffer;
}
