/** The files of the journal: how they are named, found, and made ready after a crash. */
import { copyFile, link, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { moveAside } from '../../kit/files/plain-file.ts';

const NAME = /^(\d{16})\.journal$/;

export function segmentPath(dir: string, number: number): string {
  return join(dir, `${String(number).padStart(16, '0')}.journal`);
}

/** Numbers of the segments in the folder, ascending. */
export async function listSegments(dir: string): Promise<number[]> {
  // A folder or a pipe of such a name never held a hit.
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ name }) => NAME.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** Puts a segment that a killed process was writing on disk for certain, so that every later reading sees the same. */
export async function sealSegment(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Ends the name of what is kept. */
export const CORRUPT = '.corrupt';

/** Keeps a second name on a damaged file, which outlives the file's own; what is no file moves there. */
export async function keepAside(path: string, aside = `${path}${CORRUPT}`): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) {
    await moveAside(path, aside);
    return;
  }
  try {
    await link(path, aside);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') await copyFile(path, aside);
  }
}

/** What stands beside a segment for as long as it is there. */
export const BESIDE = { leftOut: '.left-out', settings: '.settings' } as const;

export async function removeSegment(path: string): Promise<void> {
  for (const end of ['', ...Object.values(BESIDE)]) await rm(`${path}${end}`, { force: true });
}
