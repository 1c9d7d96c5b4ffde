/** Small state files: a line, twice, each with its checksum, so one wrong byte loses nothing. */
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { withoutSum, withSum } from './line-sum.ts';

/** `earlier`: as an earlier version wrote it, without a sum. */
export type KeptFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'whole'; readonly line: string; readonly earlier: boolean };

/** @param isEarlier whether the text is whole in the form that had no sum; nothing else can tell */
export async function readKeptFile(
  path: string,
  isEarlier: (text: string) => boolean = () => false,
): Promise<KeptFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    // What the disk cannot read any more is as good as damaged.
    if (error.code === 'EIO') return '';
    throw error;
  });
  if (text === null) return { kind: 'missing' };
  const line = text
    .split('\n')
    .map(withoutSum)
    .find((one) => one !== null);
  if (line !== undefined) return { kind: 'whole', line, earlier: false };
  const old = text.trim();
  return isEarlier(old) ? { kind: 'whole', line: old, earlier: true } : { kind: 'damaged' };
}

/** Resolves when it is on disk; a kill at any moment leaves the old file or the new one. */
export async function writeKeptFile(path: string, line: string): Promise<void> {
  const summed = withSum(line);
  await writeFile(`${path}.new`, `${summed}\n${summed}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
