/** A backup's list of contents: versions, counts and sums. Written last, so that a backup is whole or not there. */
import { z } from 'zod';
import { pack, unpack, type BackupKey } from './pack.ts';
import { ANALYTICS_TABLES, type BackupPlace } from './port.ts';
import { BackupRefused } from './refusal.ts';

const FORMAT = 1;
const FOLDER = 'backups';

const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().min(0);
const Packed = { chunk: Hex, bytes: Count, sum: Hex };
const Name = z.string().regex(/^[\w.-]{1,200}$/);

const Manifest = z.object({
  format: z.literal(FORMAT),
  goalpost: z.string(),
  at: z.string(),
  installation: z.string().nullable(),
  numbers: z.object({ goal: Count, changes: Count }),
  migrations: z.object({ records: z.array(z.string()), analytics: z.array(z.string()) }),
  journal: z.object({ checkpoint: Count, last: Count }),
  sequences: z.record(z.string(), Count),
  /** Rows of each table of both stores, and how many files of each kind. */
  counts: z.record(z.string(), Count),
  records: z.array(z.object({ table: z.string(), rows: Count, ...Packed })),
  analytics: z.array(
    z.object({
      table: z.enum(ANALYTICS_TABLES),
      day: z.iso.date(),
      counters: z.tuple([Count, Count]),
      ids: z.tuple([z.string().regex(/^\d+$/), z.string().regex(/^\d+$/)]).nullable(),
      rows: Count,
      // An earlier version wrote null where it could not make a sum: its rows are whole.
      unitSum: z
        .string()
        .nullable()
        .transform((sum) => sum ?? ''),
      ...Packed,
    }),
  ),
  journalFiles: z.array(z.object({ name: Name, ...Packed })),
  stateFiles: z.array(z.object({ name: Name, ...Packed })),
  chatFiles: z.array(z.object({ id: Name, type: z.string(), ...Packed })),
});
export type Manifest = z.infer<typeof Manifest>;

/** The line before the list itself: readable without a key. */
const Head = z.object({
  goalpostBackup: z.number(),
  goalpost: z.string(),
  encrypted: z.boolean(),
  chunk: Hex,
  bytes: Count,
  sum: Hex,
});

export interface ListedBackup {
  /** E.g. `2026-11-29T08-20-00Z`. */
  readonly name: string;
  readonly at: number;
}

export function backupName(at: number): string {
  return new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
}

function timeOf(name: string): number {
  return Date.parse(name.replace(/T(\d\d)-(\d\d)-(\d\d)Z.*$/, 'T$1:$2:$3Z'));
}

/** Oldest first. */
export async function listBackups(place: BackupPlace): Promise<ListedBackup[]> {
  return (await place.list(FOLDER))
    .map((path) => /^backups\/([\w-]+)\.manifest$/.exec(path)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => ({ name, at: timeOf(name) }))
    .filter(({ at }) => Number.isFinite(at))
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

const pathOf = (name: string) => `${FOLDER}/${name}.manifest`;

export async function writeManifest(
  place: BackupPlace,
  name: string,
  manifest: Manifest,
  key: BackupKey | null,
): Promise<void> {
  // What could not be read again is no backup.
  const { stored, ...packed } = await pack(Buffer.from(JSON.stringify(Manifest.parse(manifest))), key);
  const head = { goalpostBackup: FORMAT, goalpost: manifest.goalpost, encrypted: key !== null, ...packed };
  await place.put(pathOf(name), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), stored]));
}

export const removeManifest = (place: BackupPlace, name: string) => place.remove(pathOf(name));

/** @throws BackupRefused */
export async function readManifest(
  place: BackupPlace,
  name: string,
  key: BackupKey | null,
): Promise<Manifest> {
  const what = `The list of contents of the backup ${name} in ${place.name}`;
  const file = await place.get(pathOf(name));
  if (file === null) throw new BackupRefused(`There is no backup ${name} in ${place.name}.`);
  const head = headOf(file, what);
  if (head.goalpostBackup > FORMAT)
    throw new BackupRefused(
      `The backup ${name} was made by Goalpost ${head.goalpost}, which is newer: restore it with that version.`,
    );
  if (head.encrypted && key === null)
    throw new BackupRefused(
      `The backup ${name} is encrypted: set GOALPOST_BACKUP_KEY or GOALPOST_BACKUP_KEY_FILE.`,
    );
  const plain = await unpack(file.subarray(file.indexOf(10) + 1), head, head.encrypted ? key : null, what);
  const read = Manifest.safeParse(jsonOf(plain.toString('utf8')));
  if (!read.success) throw new BackupRefused(`${what} cannot be read.`);
  return read.data;
}

function headOf(file: Buffer, what: string): z.infer<typeof Head> {
  const end = file.indexOf(10);
  const read = Head.safeParse(jsonOf(file.subarray(0, Math.max(0, end)).toString('utf8')));
  if (!read.success) throw new BackupRefused(`${what} is cut off or damaged: its first line cannot be read.`);
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** All that the backup needs to be there. */
export function chunksOf(
  manifest: Manifest,
): { readonly chunk: string; readonly bytes: number; readonly sum: string }[] {
  const { records, analytics, journalFiles, stateFiles, chatFiles } = manifest;
  return [...records, ...analytics, ...journalFiles, ...stateFiles, ...chatFiles];
}
