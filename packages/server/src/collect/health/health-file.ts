/** Keeps the counts of collection in a file: written whole now and then, never waited for by a hit. */
import { readKeptFile, writeKeptFile } from '../../kit/files/kept-file.ts';
import type { DamagedFiles } from '../journal/damaged-files.ts';
import { NO_HEALTH, type SavedHealth } from './health.ts';
import { isSavedHealth } from './saved-health.ts';

/** Counts are worth less than hits: where they cannot be read, that is said, and they begin at 0 [V27]. */
export async function loadHealth(path: string, damaged: DamagedFiles): Promise<SavedHealth> {
  const found = await readKeptFile(path, isSavedHealth);
  if (found.kind === 'whole' && isSavedHealth(found.line))
    return { ...NO_HEALTH, ...(JSON.parse(found.line) as SavedHealth) };
  if (found.kind !== 'missing')
    await damaged.bytes(path, 'The counts of collection health are damaged and begin anew; no hit is lost.');
  return NO_HEALTH;
}

export function saveHealth(path: string, health: SavedHealth): Promise<void> {
  return writeKeptFile(path, JSON.stringify(health));
}
