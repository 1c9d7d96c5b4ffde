/** A file of any size, read through one buffer that slides over it. */
import { open } from 'node:fs/promises';
import { readAll } from './read-all.ts';

/** One read of a file. */
const READ_BYTES = 1024 * 1024;

export interface FileWindow {
  readonly size: number;
  /** These bytes, valid until the next call; null where the file ends before them. */
  hold(from: number, bytes: number): Promise<Buffer | null>;
  /** What the buffer has from here on, at least one byte; null at the end of the file. */
  some(from: number): Promise<Buffer | null>;
  close(): Promise<void>;
}

export async function openWindow(path: string): Promise<FileWindow> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  let buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, size));
  let start = 0;
  let filled = 0;

  async function read(from: number, bytes: number): Promise<void> {
    if (buffer.length < bytes) buffer = Buffer.allocUnsafe(bytes);
    start = from;
    filled = 0;
    filled = await readAll(file, buffer, from, size);
  }

  return {
    size,
    async hold(from, bytes) {
      if (from + bytes > size) return null;
      if (from < start || from + bytes > start + filled) await read(from, bytes);
      return filled < from - start + bytes ? null : buffer.subarray(from - start, from - start + bytes);
    },
    async some(from) {
      if (from >= size) return null;
      if (from < start || from >= start + filled) await read(from, 1);
      return filled === 0 ? null : buffer.subarray(from - start, filled);
    },
    close: () => file.close(),
  };
}

/** Where the next zero byte stands; the file's size where there is none. */
export async function nextZero(window: FileWindow, from: number): Promise<number> {
  for (let at = from; ;) {
    const some = await window.some(at);
    if (some === null) return window.size;
    const found = some.indexOf(0);
    if (found !== -1) return at + found;
    at += some.length;
  }
}

/** Where the next byte stands that is no zero; null where there is none. */
export async function nextNonZero(window: FileWindow, from: number): Promise<number | null> {
  for (let at = from; ;) {
    const some = await window.some(at);
    if (some === null) return null;
    const found = some.findIndex((byte) => byte !== 0);
    if (found !== -1) return at + found;
    at += some.length;
  }
}
