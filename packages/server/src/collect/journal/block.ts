/**
 * Framing of files that must survive a torn write: `u32 length | u32 crc32 | payload`, little-endian.
 * A reader trusts a file up to the first block that does not fit its own sum.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export const BLOCK_HEADER_BYTES = 8;
/** Sums start from here, so that a stretch of zeros is no valid (empty) block. */
const SUM_SEED = 0x474f_414c;
/** One read of a file. */
const READ_BYTES = 1024 * 1024;

/** Writes the header of a block whose payload stands already between `offset + BLOCK_HEADER_BYTES` and `end`. */
export function sealBlock(buffer: Buffer, offset: number, end: number): void {
  const start = offset + BLOCK_HEADER_BYTES;
  buffer.writeUInt32LE(end - start, offset);
  buffer.writeUInt32LE(crc32(buffer.subarray(start, end), SUM_SEED), offset + 4);
}

export function encodeBlock(payload: string): Buffer {
  const buffer = Buffer.allocUnsafe(BLOCK_HEADER_BYTES + Buffer.byteLength(payload));
  buffer.write(payload, BLOCK_HEADER_BYTES, 'utf8');
  sealBlock(buffer, 0, buffer.length);
  return buffer;
}

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

/**
 * Payloads of a file's blocks, in order, in bounded memory. A payload is valid until the next is asked for.
 * A tail of zeros is space taken ahead, and ends the file.
 * @throws DamagedFile after the last whole block, where anything follows it
 */
export async function* readBlocks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const total = (await file.stat()).size;
    let window = Buffer.allocUnsafe(Math.min(READ_BYTES, total));
    let filled = 0;
    let position = 0;
    /** Makes the window start at `position` and hold `bytes`; false where the file ends before that. */
    const fill = async (used: number, bytes: number): Promise<boolean> => {
      if (position + bytes > total) return false;
      if (window.length < bytes) {
        const larger = Buffer.allocUnsafe(bytes);
        window.copy(larger, 0, used, filled);
        window = larger;
      } else {
        window.copy(window, 0, used, filled);
      }
      filled -= used;
      while (filled < bytes) {
        const { bytesRead } = await file.read(window, filled, window.length - filled, position + filled);
        if (bytesRead === 0) return false;
        filled += bytesRead;
      }
      return true;
    };
    let at = 0;
    while (position < total) {
      if (filled - at < BLOCK_HEADER_BYTES) {
        const whole = await fill(at, BLOCK_HEADER_BYTES);
        at = 0;
        if (!whole && (await onlyZeros(file, position, total))) return;
        if (!whole) throw new DamagedFile(path, position, total);
      }
      const length = window.readUInt32LE(at);
      const sum = window.readUInt32LE(at + 4);
      if (length === 0 && sum === 0 && (await onlyZeros(file, position, total))) return;
      if (filled - at < BLOCK_HEADER_BYTES + length) {
        const whole = await fill(at, BLOCK_HEADER_BYTES + length);
        at = 0;
        if (!whole) throw new DamagedFile(path, position, total);
      }
      const payload = window.subarray(at + BLOCK_HEADER_BYTES, at + BLOCK_HEADER_BYTES + length);
      if (crc32(payload, SUM_SEED) !== sum) throw new DamagedFile(path, position, total);
      at += BLOCK_HEADER_BYTES + length;
      position += BLOCK_HEADER_BYTES + length;
      yield payload;
    }
  } finally {
    await file.close();
  }
}

async function onlyZeros(file: FileHandle, from: number, to: number): Promise<boolean> {
  const window = Buffer.allocUnsafe(Math.min(READ_BYTES, to - from));
  for (let position = from; position < to;) {
    const { bytesRead } = await file.read(window, 0, Math.min(window.length, to - position), position);
    if (bytesRead === 0) return true;
    if (window.subarray(0, bytesRead).some((byte) => byte !== 0)) return false;
    position += bytesRead;
  }
  return true;
}
