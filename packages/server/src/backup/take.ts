/**
 * Takes a backup while the server runs. Order makes it consistent: the journal is held first, then analytics are read,
 * then the records, and the journal's end last. What the records say was journaled is then in it.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import type { Chunks } from './chunks.ts';
import { openChunks } from './chunks.ts';
import { holdJournal, type HeldJournal } from './journal-copy.ts';
import {
  backupName,
  chunksOf,
  listBackups,
  type Manifest,
  readManifest,
  removeManifest,
  writeManifest,
} from './manifest.ts';
import type { BackupKey } from './pack.ts';
import {
  ANALYTICS_TABLES,
  type AnalyticsSource,
  type BackupPlace,
  type ChatFileSource,
  type RecordsRow,
  type RecordsSource,
} from './port.ts';
import { BackupRefused } from './refusal.ts';

export interface TakeDeps {
  readonly dataDir: string;
  readonly version: string;
  readonly records: RecordsSource;
  readonly analytics: AnalyticsSource;
  readonly chatFiles: ChatFileSource;
  readonly place: BackupPlace;
  readonly key: BackupKey | null;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

export interface Taken {
  readonly name: string;
  readonly manifest: Manifest;
  readonly newBytes: number;
}

/** Of the data folder: what a process holds, other stores' own, and what only one run needs. */
const NOT_STATE =
  /^(lock|goalpost\.pid|stalled\.json|records\.db.*|olap.*|\..*|.*\.new|.*\.part|backup.*|restore.*)$/;
/** Second names of the journal's files, while a backup reads. */
export const HELD_JOURNAL = 'backup.journal';
const ATTEMPTS = 5;

export async function takeBackup(deps: TakeDeps): Promise<Taken> {
  const { place, key, clock, dataDir } = deps;
  if ((await deps.records.installation()) === null)
    throw new BackupRefused(
      `The data folder ${dataDir} belongs to no installation yet: start Goalpost once.`,
    );
  const chunks = await openChunks(place, key);
  const earlier = await earlierManifest(deps);
  const at = clock.now();
  const journal = await holdJournal(join(dataDir, 'journal'), join(dataDir, HELD_JOURNAL));
  try {
    const analytics = await readAnalytics(deps, chunks, journal.checkpoint, earlier);
    const rest = await readRecords(deps, chunks, journal);
    const stateFiles = await readStateFiles(dataDir, chunks);
    const chatFiles = await readChatFiles(deps, chunks, rest.fileRows, earlier);
    const { fileRows: _rows, ...records } = rest;
    const manifest: Manifest = {
      format: 1,
      goalpost: deps.version,
      at: new Date(at).toISOString(),
      installation: await deps.records.installation(),
      ...records,
      migrations: { records: [...records.migrations], analytics: await deps.analytics.migrations() },
      counts: countsOf(records.records, analytics, chatFiles.length),
      analytics,
      stateFiles,
      chatFiles,
    };
    const name = await freeName(place, at);
    await writeManifest(place, name, manifest, key);
    return { name, manifest, newBytes: chunks.newBytes() };
  } finally {
    await journal.release();
  }
}

async function freeName(place: BackupPlace, at: number): Promise<string> {
  const taken = new Set((await listBackups(place)).map(({ name }) => name));
  for (let second = 0; ; second += 1) {
    const name = backupName(at + second * 1_000);
    if (!taken.has(name)) return name;
  }
}

/** The last one, whose unchanged parts need not be read again; null where there is none that can be read. */
async function earlierManifest({ place, key, say }: TakeDeps): Promise<Manifest | null> {
  const last = (await listBackups(place)).at(-1);
  if (last === undefined) return null;
  try {
    return await readManifest(place, last.name, key);
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    say(`${error.message} This backup reads everything again.`);
    return null;
  }
}

type AnalyticsPart = Manifest['analytics'][number];

async function readAnalytics(
  { analytics, say }: TakeDeps,
  chunks: Chunks,
  segment: number,
  earlier: Manifest | null,
): Promise<AnalyticsPart[]> {
  const known = new Map((earlier?.analytics ?? []).map((one) => [unitKey(one, one.unitSum), one]));
  const parts: AnalyticsPart[] = [];
  for (const table of ANALYTICS_TABLES) {
    const units = await analytics.units(table, segment);
    for (const unit of units) {
      const same = known.get(unitKey(unit, unit.sum));
      if (same !== undefined && chunks.has(same.chunk)) {
        parts.push(same);
        continue;
      }
      const lines = await analytics.lines(unit, segment);
      const packed = await chunks.store(Buffer.from(lines.map((line) => `${line}\n`).join('')));
      const { day, ids, sum: unitSum } = unit;
      parts.push({
        table,
        day,
        counters: [...unit.counters],
        ids: ids && [...ids],
        rows: lines.length,
        unitSum,
        ...packed,
      });
    }
    say(`  ${table}: ${units.reduce((sum, one) => sum + one.rows, 0)} rows`);
  }
  return parts;
}

function unitKey(
  {
    table,
    day,
    counters,
    ids,
    rows,
  }:
    | Pick<AnalyticsPart, 'table' | 'day' | 'counters' | 'ids' | 'rows'>
    | {
        table: string;
        day: string;
        counters: readonly [number, number];
        ids: readonly [string, string] | null;
        rows: number;
      },
  sum: string,
): string {
  return JSON.stringify([table, day, counters, ids, rows, sum]);
}

/** Records, then the journal's end; again where goals or counters changed in between. */
async function readRecords({ records, say }: TakeDeps, chunks: Chunks, journal: HeldJournal) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const numbers = await records.numbers();
    const read = await records.snapshot(async (snapshot) => {
      const parts: Manifest['records'] = [];
      const fileRows: RecordsRow[] = [];
      for (const table of snapshot.tables) {
        let any = false;
        for await (const rows of snapshot.rows(table)) {
          any = true;
          if (table === 'chat_files') fileRows.push(...rows);
          const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
          parts.push({ table, rows: rows.length, ...(await chunks.store(Buffer.from(text))) });
        }
        if (!any) parts.push({ table, rows: 0, ...(await chunks.store(Buffer.alloc(0))) });
      }
      return { parts, fileRows, migrations: snapshot.migrations, sequences: { ...snapshot.sequences } };
    });
    const journalFiles: Manifest['journalFiles'] = [];
    for await (const { name, bytes } of journal.files())
      journalFiles.push({ name, ...(await chunks.store(bytes)) });
    const last = await journal.last();
    const now = await records.numbers();
    if (now.goal !== numbers.goal || now.changes !== numbers.changes) continue;
    say(`  records: ${read.parts.reduce((sum, one) => sum + one.rows, 0)} rows`);
    const { parts, ...rest } = read;
    return {
      ...rest,
      records: parts,
      numbers,
      journalFiles,
      journal: { checkpoint: journal.checkpoint, last },
    };
  }
  throw new BackupRefused(
    'Counters and goals change all the time now, so that no moment is whole: start the backup later.',
  );
}

async function readStateFiles(dataDir: string, chunks: Chunks): Promise<Manifest['stateFiles']> {
  const found: Manifest['stateFiles'] = [];
  for (const name of (await readdir(dataDir)).toSorted()) {
    if (NOT_STATE.test(name) || !/^[\w.-]+$/.test(name)) continue;
    const path = join(dataDir, name);
    if ((await stat(path)).isFile()) found.push({ name, ...(await chunks.store(await readFile(path))) });
  }
  return found;
}

/** A file's bytes never change, so that one that is stored need not be read again. */
async function readChatFiles(
  { chatFiles }: TakeDeps,
  chunks: Chunks,
  rows: readonly RecordsRow[],
  earlier: Manifest | null,
): Promise<Manifest['chatFiles']> {
  const known = new Map((earlier?.chatFiles ?? []).map((one) => [one.id, one]));
  const found: Manifest['chatFiles'] = [];
  for (const { id, type } of rows) {
    const same = known.get(String(id));
    if (same !== undefined && chunks.has(same.chunk)) {
      found.push(same);
      continue;
    }
    const bytes = await chatFiles.read(String(id));
    if (bytes !== null) found.push({ id: String(id), type: String(type), ...(await chunks.store(bytes)) });
  }
  return found;
}

export function countsOf(
  records: readonly { table: string; rows: number }[],
  analytics: readonly { table: string; rows: number }[],
  files: number,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table, rows } of [...records, ...analytics]) counts[table] = (counts[table] ?? 0) + rows;
  return { ...counts, 'files of the chat': files };
}

/** Removes backups that are too old, but never the last, and parts that no backup needs. @returns their names */
export async function removeOld(
  { place, key, clock }: Pick<TakeDeps, 'place' | 'key' | 'clock'>,
  keepDays: number,
): Promise<string[]> {
  const all = await listBackups(place);
  const oldest = clock.now() - keepDays * 86_400_000;
  const old = all.slice(0, -1).filter(({ at }) => at < oldest);
  const kept = all.filter((one) => !old.includes(one));
  const needed = new Set<string>();
  // One that cannot be read may need any of them: then nothing is removed.
  for (const { name } of kept)
    for (const { chunk } of chunksOf(await readManifest(place, name, key))) needed.add(chunk);
  for (const { name } of old) await removeManifest(place, name);
  await (await openChunks(place, key)).keepOnly(needed);
  await place.removeUnfinished();
  return old.map(({ name }) => name);
}
