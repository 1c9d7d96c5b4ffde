/** Small state files: a line, twice, each with its checksum, so one wrong byte loses nothing. */
import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { withoutSum, withSum } from './line-sum.ts';
import { moveAside, readPlainFile } from './plain-file.ts';

const FOLDER_IS_THERE: ReadonlySet<string> = new Set(['EISDIR', 'ENOTEMPTY', 'EEXIST']);

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
  const bytes = await readPlainFile(path);
  if (bytes === 'missing') return { kind: 'missing' };
  if (bytes === 'unreadable') return { kind: 'damaged' };
  const text = bytes.toString('utf8');
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
  await rename(`${path}.new`, path).catch(async (error: NodeJS.ErrnoException) => {
    // A folder in its place, as container engines make where they are to mount a file that is not there.
    if (!FOLDER_IS_THERE.has(error.code ?? '')) throw error;
    await moveAside(path);
    await rename(`${path}.new`, path);
  });
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
