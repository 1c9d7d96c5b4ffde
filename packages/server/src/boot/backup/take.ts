/** Takes one backup of the installation that the settings name; one at a time. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupRefused, HELD_JOURNAL, refusedBy, removeOld, takeBackup } from '../../backup/index.ts';
import type { BackupPlace } from '../../backup/port.ts';
import { systemClock } from '../../kit/clock.ts';
import { makeWaySync, readPlainFileSync } from '../../kit/files/plain-file.ts';
import { createStoredFiles } from '../../stores/files/index.ts';
import { createAnalyticsSource } from '../../stores/olap/index.ts';
import { createRecordsSource } from '../../stores/records/index.ts';
import type { Config } from '../config/config.ts';
import { lockedFile } from '../data-folder.ts';
import { readVersion } from '../places.ts';
import { openStores } from './open-stores.ts';
import { keyOf } from './places.ts';

const LOCK = 'backup.lock';
/** There while a backup is under way. */
const UNDER_WAY = 'backup.unfinished';

/** When the last one was finished. */
const LAST_BACKUP = 'backup.last';

export interface TakenBackup {
  readonly name: string;
  readonly rows: number;
  readonly newBytes: number;
  readonly removed: readonly string[];
  /** A sentence where those that are too old could not be removed; the backup itself counts. */
  readonly notRemoved: string | null;
}

interface TakeOptions {
  readonly keepDays: number;
  readonly say: (line: string) => void;
}

/** @throws BackupRefused, CannotStart */
export async function backUp(config: Config, place: BackupPlace, options: TakeOptions): Promise<TakenBackup> {
  try {
    return await backUpInto(config, place, options);
  } catch (error) {
    throw refusedBy(error, `The data folder ${config.dataDir}`);
  }
}

async function backUpInto(
  config: Config,
  place: BackupPlace,
  { keepDays, say }: TakeOptions,
): Promise<TakenBackup> {
  const { dataDir } = config;
  if (place.name === dataDir || place.name.startsWith(`${dataDir}/`))
    throw new BackupRefused(
      `${place.name} is within the data folder: a backup belongs elsewhere, best on another disk.`,
    );
  await using opened = new AsyncDisposableStack();
  const stores = await openStores(config, opened);
  const lock = lockedFile(join(dataDir, LOCK));
  if (lock === null) throw new BackupRefused(`Another backup of ${dataDir} is under way.`);
  opened.defer(() => lock.close());
  const cutOff = cutOffBackup(dataDir);
  if (cutOff !== null) say(cutOff);
  writeFileSync(join(dataDir, UNDER_WAY), `${new Date().toISOString()} ${place.name}\n`, { mode: 0o600 });
  opened.defer(() => rmSync(join(dataDir, UNDER_WAY), { force: true }));
  const key = keyOf(config);
  const taken = await takeBackup({
    dataDir,
    version: readVersion(),
    records: createRecordsSource(stores.records, dataDir),
    analytics: createAnalyticsSource(stores.olap),
    chatFiles: createStoredFiles(join(dataDir, 'chat-files'), config.bucket),
    place,
    key,
    clock: systemClock,
    say,
  });
  makeWaySync(join(dataDir, LAST_BACKUP));
  writeFileSync(join(dataDir, LAST_BACKUP), `${new Date().toISOString()}\n`, { mode: 0o600 });
  const outcome = await removeOld({ place, key, clock: systemClock }, keepDays).then(
    (removed) => ({ removed, notRemoved: null }),
    notRemovedBy,
  );
  const rows = Object.values(taken.manifest.counts).reduce((sum, one) => sum + one, 0);
  return { name: taken.name, rows, newBytes: taken.newBytes, ...outcome };
}

/** A key that may write and not remove is a good one for backups. */
function notRemovedBy(error: unknown): Pick<TakenBackup, 'removed' | 'notRemoved'> {
  if (error instanceof BackupRefused) return { removed: [], notRemoved: error.message };
  throw error;
}

/** When the last backup was taken, in milliseconds since the epoch; NaN where nothing tells. */
export function lastBackupAt(dataDir: string): number {
  const text = readPlainFileSync(join(dataDir, LAST_BACKUP));
  return typeof text === 'string' ? Number.NaN : Date.parse(text.toString('utf8').trim());
}

/** What a backup that was cut off left in the data folder goes. @returns a sentence where there was one */
export function clearCutOff(dataDir: string): string | null {
  if (cutOffBackup(dataDir) === null) return null;
  const lock = lockedFile(join(dataDir, LOCK));
  if (lock === null) return null;
  try {
    const sentence = cutOffBackup(dataDir);
    if (sentence === null) return null;
    rmSync(join(dataDir, HELD_JOURNAL), { recursive: true, force: true });
    rmSync(join(dataDir, UNDER_WAY), { recursive: true, force: true });
    return sentence;
  } finally {
    lock.close();
  }
}

/** A sentence where the last backup was cut off; null where it was not, or is under way. */
export function cutOffBackup(dataDir: string): string | null {
  const note = readPlainFileSync(join(dataDir, UNDER_WAY));
  if (note === 'missing') return null;
  const [at = 'an unknown time', ...to] =
    note === 'unreadable' ? [] : note.toString('utf8').trim().split(' ');
  return `The backup begun at ${at} to ${to.join(' ')} was cut off and does not count; earlier ones there are whole.`;
}
