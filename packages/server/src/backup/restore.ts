/** Puts a backup into empty stores, of whichever kind. Its parts were checked before. */
import { mkdir, open, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeKeptFile } from '../kit/files/kept-file.ts';
import { NewerTables } from '../kit/newer-tables.ts';
import { openChunks, type Chunks } from './chunks.ts';
import { chunksOf, type Manifest } from './manifest.ts';
import type { BackupKey, Packed } from './pack.ts';
import type {
  AnalyticsSink,
  AnalyticsSource,
  BackupPlace,
  ChatFileSink,
  RecordsRow,
  RecordsSink,
} from './port.ts';
import { BackupRefused } from './refusal.ts';

export interface RestoreDeps {
  readonly dataDir: string;
  readonly records: RecordsSink;
  readonly analytics: AnalyticsSink;
  readonly chatFiles: ChatFileSink;
  readonly place: BackupPlace;
  readonly key: BackupKey | null;
  readonly say: (line: string) => void;
}

/** Stands in the data folder while a restore is under way. */
const MARK = 'restore.unfinished';
/** What a folder may hold that is empty for a restore: a held lock, and what an engine of ours has made. */
const NOTHING = /^(lock|goalpost\.pid|olap.*|records\.db.*|chat-files)$/;
/** Room that the stores take, beside the size of the packed parts. */
const ROOM = 2;

/** A sentence where a restore into this folder was cut off; null where none was. */
export async function unfinishedRestore(dataDir: string): Promise<string | null> {
  const names: string[] = await readdir(dataDir).catch(() => []);
  return names.includes(MARK)
    ? `A restore into the data folder ${dataDir} was cut off. Run "goalpost restore" again: it begins anew.`
    : null;
}

/** Before anything is made in the folder: what is cut off from here on is said by the start. */
export const markRestore = (dataDir: string, at: string): Promise<void> =>
  writeFile(join(dataDir, MARK), `${at}\n`, { flush: true, mode: 0o600 });

/** @throws BackupRefused where the folder holds anything that a restore has not put there */
export async function requireEmptyFolder(dataDir: string): Promise<void> {
  const names: string[] = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.includes(MARK)) return;
  const found = names.find((name) => name !== 'lock' && name !== 'goalpost.pid');
  if (found === undefined) return;
  throw new BackupRefused(
    `The data folder ${dataDir} is not empty (it holds ${found}): restore into an empty one, named by GOALPOST_DATA.`,
  );
}

/** @throws BackupRefused, before anything is written, where a part is missing, cut off or changed */
export async function checkParts(manifest: Manifest, chunks: Chunks): Promise<number> {
  let bytes = 0;
  const checked = new Set<string>();
  for (const [what, packed] of namedParts(manifest)) {
    if (checked.has(packed.chunk)) continue;
    checked.add(packed.chunk);
    await chunks.load(packed, what);
    bytes += packed.bytes;
  }
  return bytes;
}

function* namedParts(manifest: Manifest): Generator<[string, Packed]> {
  for (const one of manifest.records) yield [`The backup's part of the table ${one.table}`, one];
  for (const one of manifest.analytics) yield [`The backup's part of ${one.table} of ${one.day}`, one];
  for (const one of manifest.journalFiles) yield [`The backup's journal file ${one.name}`, one];
  for (const one of manifest.stateFiles) yield [`The backup's file ${one.name}`, one];
  for (const one of manifest.chatFiles) yield [`The backup's chat file ${one.id}`, one];
}

export async function restoreBackup(deps: RestoreDeps, manifest: Manifest): Promise<void> {
  const { dataDir, records, analytics, place, say } = deps;
  refuseNewer(deps, manifest);
  if (!(await records.isEmpty())) throw notEmpty('records database', 'GOALPOST_DATABASE_URL');
  if (!(await analytics.isEmpty())) throw notEmpty('analytics store', 'GOALPOST_CLICKHOUSE_URL');
  const chunks = await openChunks(place, deps.key);
  await requireRoom(dataDir, backupSize(manifest) * ROOM);
  await markRestore(dataDir, manifest.at);
  await clearFolder(dataDir);
  await records.prepare(manifest.migrations.records);
  await analytics.prepare(manifest.migrations.analytics);
  await fillRecords(records, manifest, chunks);
  say(`  records: ${manifest.records.reduce((sum, one) => sum + one.rows, 0)} rows`);
  for (const part of manifest.analytics) {
    const lines = await chunks.load(part, 'A part of the backup');
    if (lines.length > 0)
      await analytics.insert(part.table, lines.toString('utf8'), `restore ${unitName(part)}`);
  }
  say(`  analytics: ${manifest.analytics.reduce((sum, one) => sum + one.rows, 0)} rows`);
  await writeFiles(deps, manifest, chunks);
  const mark = { id: manifest.installation ?? '', stamp: 1 };
  const marked = { ...mark, ...manifest.numbers };
  await writeKeptFile(join(dataDir, 'journal', 'installation'), JSON.stringify(marked));
  await analytics.finish({ ...marked, segment: manifest.journal.checkpoint });
  await records.finish(mark, manifest.sequences);
}

/** Last of all: from now on a server may start there. Cut off in here, the next start does the rest. */
export async function endRestore({
  dataDir,
  records,
  analytics,
}: Pick<RestoreDeps, 'dataDir' | 'records' | 'analytics'>): Promise<void> {
  await rm(join(dataDir, MARK));
  await analytics.release();
  await records.release();
}

const unitName = ({ table, day, counters, ids }: Manifest['analytics'][number]): string =>
  JSON.stringify([table, day, counters, ids]);

function refuseNewer({ records, analytics }: RestoreDeps, { migrations, goalpost }: Manifest): void {
  try {
    records.accepts(migrations.records);
    analytics.accepts(migrations.analytics);
  } catch (error) {
    if (!(error instanceof NewerTables)) throw error;
    throw new BackupRefused(
      `The backup was made by Goalpost ${goalpost}, which is newer than this version: restore it with that version.`,
    );
  }
}

function notEmpty(what: string, setting: string): BackupRefused {
  return new BackupRefused(
    `The ${what} is not empty: name an empty one by ${setting}, since a restore replaces nothing.`,
  );
}

async function requireRoom(dataDir: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const mib = (n: number) => Math.ceil(n / 1024 ** 2);
  throw new BackupRefused(
    `The restore needs about ${mib(bytes)} MiB in ${dataDir}, and ${mib(free)} MiB are free.`,
  );
}

/** What an earlier restore left, but for the stores' own. */
async function clearFolder(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name !== MARK && !NOTHING.test(name)) await rm(join(dataDir, name), { recursive: true, force: true });
}

async function fillRecords(records: RecordsSink, manifest: Manifest, chunks: Chunks): Promise<void> {
  const parts = Map.groupBy(manifest.records, ({ table }) => table);
  for (const table of await records.ordered([...parts.keys()]))
    for (const part of parts.get(table) ?? []) {
      const text = (await chunks.load(part, 'A part of the backup')).toString('utf8');
      const rows = text.split('\n').filter((line) => line !== '');
      if (rows.length > 0)
        await records.fill(
          table,
          rows.map((line) => JSON.parse(line) as RecordsRow),
        );
    }
}

async function writeFiles(
  { dataDir, chatFiles }: RestoreDeps,
  manifest: Manifest,
  chunks: Chunks,
): Promise<void> {
  await mkdir(join(dataDir, 'journal'), { recursive: true, mode: 0o700 });
  for (const one of manifest.stateFiles)
    await writeSynced(dataDir, one.name, await chunks.load(one, one.name));
  for (const one of manifest.journalFiles)
    await writeSynced(join(dataDir, 'journal'), one.name, await chunks.load(one, one.name));
  for (const one of manifest.chatFiles)
    await chatFiles.write(one.id, one.type, await chunks.load(one, one.id));
}

async function writeSynced(folder: string, name: string, bytes: Buffer): Promise<void> {
  const file = await open(join(folder, `${name}.new`), 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(join(folder, `${name}.new`), join(folder, name));
}

/** Reads the stores back and compares them with the backup, row by row. @returns sentences of what differs */
export async function verifyRestored(
  manifest: Manifest,
  chunks: Chunks,
  records: Pick<RecordsSink, 'count'>,
  analytics: AnalyticsSource,
): Promise<string[]> {
  const differences: string[] = [];
  for (const table of new Set(manifest.records.map((one) => one.table))) {
    const found = await records.count(table);
    const wanted = manifest.counts[table] ?? 0;
    if (found !== wanted) differences.push(`The table ${table} has ${found} rows, and the backup ${wanted}.`);
  }
  for (const part of manifest.analytics) {
    const unit = { ...part, sum: part.unitSum };
    const lines = await analytics.lines(unit, manifest.journal.checkpoint);
    const wanted = (await chunks.load(part, 'A part of the backup')).toString('utf8');
    if (lines.map((line) => `${line}\n`).join('') !== wanted)
      differences.push(`Rows of ${part.table} of ${part.day} are not those of the backup.`);
  }
  return differences;
}

export const backupSize = (manifest: Manifest): number => {
  const parts = new Map(chunksOf(manifest).map(({ chunk, bytes }) => [chunk, bytes]));
  return [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
};
