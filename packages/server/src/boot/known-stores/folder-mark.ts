/** What stands beside the journal of the installation, changed before a change of settings is answered. */
import { join } from 'node:path';
import { readKeptFile, writeKeptFile } from '../../kit/files/kept-file.ts';

export interface FolderMark {
  readonly id: string;
  readonly stamp: number;
  readonly goal: number;
  readonly changes: number;
}

/** Null: there is none. 'damaged': there is one that cannot be read. */
export async function readFolderMark(dir: string): Promise<FolderMark | 'damaged' | null> {
  const found = await readKeptFile(pathOf(dir));
  if (found.kind === 'whole') return JSON.parse(found.line) as FolderMark;
  return found.kind === 'damaged' ? 'damaged' : null;
}

export function writeFolderMark(dir: string, mark: FolderMark): Promise<void> {
  return writeKeptFile(pathOf(dir), JSON.stringify(mark));
}

const pathOf = (dir: string) => join(dir, 'installation');
