/** The files of the journal: how they are named, found, and made ready after a crash. */
import { copyFile, link, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedFile, readBlocks } from './block.ts';
import { syncFolder } from './file-system.ts';

const NAME = /^(\d{16})\.journal$/;

export function segmentPath(dir: string, number: number): string {
  return join(dir, `${String(number).padStart(16, '0')}.journal`);
}

/** Numbers of the segments in the folder, ascending. */
export async function listSegments(dir: string): Promise<number[]> {
  const names = await readdir(dir);
  return names
    .map((name) => NAME.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .toSorted((a, b) => a - b);
}

/**
 * Ends the segment that was being written when the process died: a torn block, which was never acked, is cut
 * off, and what is left is put on disk for certain, so that every later reading sees the same.
 * @returns bytes cut off
 */
export async function sealSegment(path: string): Promise<number> {
  let cut = 0;
  const file = await open(path, 'r+');
  try {
    try {
      for await (const _ of readBlocks(path));
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await file.truncate(error.validBytes);
      cut = error.totalBytes - error.validBytes;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return cut;
}

/** Keeps a second name on a damaged segment, which outlives the segment's own. */
export async function keepAside(path: string): Promise<string> {
  const aside = `${path}.corrupt`;
  try {
    await link(path, aside);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') await copyFile(path, aside);
  }
  return aside;
}

/** Places, in one segment, of records that are left out each time it is read. */
export interface LeftOut {
  read(number: number): Promise<readonly number[]>;
  add(number: number, index: number): Promise<void>;
}

export function leftOutOf(dir: string): LeftOut {
  const pathOf = (number: number) => `${segmentPath(dir, number)}.left-out`;
  const read = async (number: number): Promise<number[]> => {
    try {
      return (await readFile(pathOf(number), 'utf8')).split('\n').filter(Boolean).map(Number);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };
  return {
    read,
    async add(number, index) {
      const all = [...(await read(number)), index];
      await writeFile(pathOf(number), `${all.join('\n')}\n`, { flush: true });
      await syncFolder(dir);
    },
  };
}
