/** A secret in a file of its own: made once, for its owner alone, and never replaced without a word. */
import { readKeptFile, writeKeptFile } from './kept-file.ts';
import { UnusableFile } from './unusable-file.ts';

export interface SecretForm {
  readonly shape: RegExp;
  make(): string;
  /** What it is for, and what goes with it: two parts of the sentence where it is damaged. */
  readonly purpose: string;
  readonly loss: string;
}

/** @throws UnusableFile */
export async function openKeptSecret(
  path: string,
  { shape, make, purpose, loss }: SecretForm,
): Promise<string> {
  const found = await readKeptFile(path, (text) => shape.test(text));
  if (found.kind === 'whole' && shape.test(found.line)) {
    if (found.earlier) await writeKeptFile(path, found.line);
    return found.line;
  }
  if (found.kind !== 'missing')
    throw new UnusableFile(
      `The file ${path}, ${purpose}, is damaged. Restore it from a backup, or remove it to have a new one made; then ${loss}.`,
    );
  const secret = make();
  await writeKeptFile(path, secret);
  return secret;
}
