/** What stands beside the journal of the installation, changed before a change of settings is answered. */
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutSum, withSum } from '../../kit/line-sum.ts';

export interface FolderMark {
  readonly id: string;
  readonly stamp: number;
  readonly goal: number;
  readonly changes: number;
}

/** Null: there is none. 'damaged': there is one that cannot be read. */
export async function readFolderMark(dir: string): Promise<FolderMark | 'damaged' | null> {
  const text = await readFile(pathOf(dir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  // Twice, so that one wrong byte loses nothing.
  const whole = text
    .split('\n')
    .map(withoutSum)
    .find((line) => line !== null);
  return whole === undefined ? 'damaged' : (JSON.parse(whole) as FolderMark);
}

export async function writeFolderMark(dir: string, mark: FolderMark): Promise<void> {
  const line = withSum(JSON.stringify(mark));
  const path = pathOf(dir);
  await writeFile(`${path}.new`, `${line}\n${line}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const pathOf = (dir: string) => join(dir, 'installation');
