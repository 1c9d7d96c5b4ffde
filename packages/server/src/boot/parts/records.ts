/** The records store, opened and brought up to date, or a sentence that says why that cannot be. */
import { join } from 'node:path';
import { NewerTables } from '../../kit/newer-tables.ts';
import { RecordsUnavailable } from '../../kit/records.ts';
import { UnusableFile } from '../../kit/files/unusable-file.ts';
import {
  damageOf,
  isHalfRestored,
  migrateRecords,
  pendingRecords,
  openRecords,
  type Records,
} from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Part } from '../part.ts';

export const records: Part<Records> = {
  name: 'records store',
  open: ({ config, log }) => openRecordsStore(config, (sentence) => log.warn(sentence)),
  close: (opened) => opened.close(),
};

/** @param tell hears what an update will do, before it does @throws CannotStart */
export async function openRecordsStore(
  settings: { readonly dataDir: string; readonly databaseUrl: string | null },
  tell: (sentence: string) => void = () => undefined,
): Promise<Records> {
  const opened = await openRecords(settings).catch((error: unknown) => {
    throw new CannotStart(explainRecords(error, settings));
  });
  try {
    const damage = await damageOf(opened);
    if (damage !== null) throw new CannotStart(damaged(settings.dataDir, damage));
    if (await isHalfRestored(opened)) throw new CannotStart(HALF_RESTORED);
    const pending = await pendingRecords(opened);
    if (pending.length > 0) tell(updateOf(pending));
    await migrateRecords(opened);
    return opened;
  } catch (error) {
    await opened.close();
    throw asCannotStart(error);
  }
}

const HALF_RESTORED =
  'A restore into the records database was cut off. Run "goalpost restore" again: it begins anew.';

function updateOf(pending: readonly string[]): string {
  return (
    `The records are brought up to date by ${pending.length} ${pending.length === 1 ? 'change' : 'changes'} (${pending.join(', ')}), and the analytics store after them. ` +
    'That takes seconds, or minutes where there are millions of conversations; tags keep their hits until then. ' +
    'Earlier versions of Goalpost cannot use them afterwards.'
  );
}

/** Their messages are sentences for the operator. */
const TOLD = [RecordsUnavailable, NewerTables, UnusableFile] as const;

/** What the system refuses, however deep it is found, is for the operator to know: as `CannotStart`. */
export function asCannotStart(error: unknown): unknown {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (TOLD.some((kind) => one instanceof kind)) return new CannotStart(one.message);
  }
  return error;
}

export function explainRecords(
  error: unknown,
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null },
): string {
  if (error instanceof RecordsUnavailable && error.cause !== undefined)
    return explainRecords(error.cause, { dataDir, databaseUrl });
  const why = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
  if (databaseUrl === null && isDamage(error)) return damaged(dataDir, why);
  if (databaseUrl === null) return `The records database in ${dataDir} cannot be opened: ${why}.`;
  // Not the whole address: it holds a password.
  const { host, pathname } = new URL(databaseUrl);
  return `The database ${host}${pathname} cannot be reached: ${why}. See GOALPOST_DATABASE_URL.`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** SQLite's codes for a file that is malformed, and for one that is no database. */
const DAMAGE_CODES: readonly unknown[] = [11, 26];

const isDamage = (error: unknown) => DAMAGE_CODES.includes((error as { errcode?: unknown }).errcode);

function damaged(dataDir: string, why: string): string {
  return `The records database ${join(dataDir, 'records.db')} is damaged: ${why}. Restore it from a backup; nothing in it was changed.`;
}
