/** The journal's folder, within the data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Made if missing, for the server's user alone. */
export function openJournalFolder(dataDir: string): string {
  const dir = join(dataDir, 'journal');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}
