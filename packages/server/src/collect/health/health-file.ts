/** Keeps the counts of collection in a file: written whole now and then, never waited for by a hit. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Log } from '../../kit/log.ts';
import { NO_HEALTH, type SavedHealth } from './health.ts';

/** Counts are worth less than hits: a file that cannot be read is begun anew. */
export async function loadHealth(path: string, log: Log): Promise<SavedHealth> {
  try {
    return { ...NO_HEALTH, ...(JSON.parse(await readFile(path, 'utf8')) as SavedHealth) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      log.warn(
        { path, error: String(error) },
        'The counts of collection health cannot be read and begin anew.',
      );
    }
    return NO_HEALTH;
  }
}

export async function saveHealth(path: string, health: SavedHealth): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(health), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
