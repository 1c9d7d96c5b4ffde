/** Fills a buffer from a file; bytes that cannot be read fit no block of the journal. */
import type { FileHandle } from 'node:fs/promises';

/** No text in UTF-8 has this byte, and no length of a block begins so: what holds it is damage, and is told as such. */
const UNREADABLE = 0xff;
/** What a disk gives or refuses as a whole. */
const PAGE_BYTES = 4_096;
const TRIES = 3;

export type Readable = Pick<FileHandle, 'read'>;

/** @returns bytes read: fewer than fit only at the end of the file, whose size is passed in */
export async function readAll(file: Readable, buffer: Buffer, from: number, size: number): Promise<number> {
  const wanted = Math.max(0, Math.min(buffer.length, size - from));
  let filled = 0;
  while (filled < wanted) {
    const read = await readSome(file, buffer, filled, wanted - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

/** At least one byte, read or found to be unreadable; none at the end of the file. */
async function readSome(
  file: Readable,
  buffer: Buffer,
  at: number,
  bytes: number,
  position: number,
): Promise<number> {
  const whole = await attempt(file, buffer, at, bytes, position);
  if (whole !== null) return whole;
  // Page by page from here, so that no more is lost than the disk refuses.
  const page = Math.min(bytes, PAGE_BYTES - (position % PAGE_BYTES));
  for (let tries = 1; tries <= TRIES; tries++) {
    const read = await attempt(file, buffer, at, page, position);
    if (read !== null) return read;
  }
  buffer.fill(UNREADABLE, at, at + page);
  return page;
}

/** Null: the disk reports an error for some of these bytes. */
async function attempt(
  file: Readable,
  buffer: Buffer,
  at: number,
  bytes: number,
  position: number,
): Promise<number | null> {
  try {
    return (await file.read(buffer, at, bytes, position)).bytesRead;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return null;
    throw error;
  }
}
