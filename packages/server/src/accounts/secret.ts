/** The secret that signs session cookies: made once, kept in the data folder for its owner's eyes only. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const BYTES = 48;

/** Two processes that start at once agree: the file is made by one of them and read by both. */
export function readOrMakeSecret(path: string): string {
  try {
    writeFileSync(path, `${randomBytes(BYTES).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
