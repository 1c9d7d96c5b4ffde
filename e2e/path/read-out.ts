/**
 * Everything that a server keeps, read out whole as text. Each table of both stores, whatever tables there are, what
 * the analytics store has not removed yet, and each file. A new table cannot be forgotten.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createOlap, engineTarget } from '../../packages/server/src/stores/olap/index.ts';

export interface Read {
  /** E.g. `analytics: hits`, `records: chat_people`, `file: journal/…`. */
  readonly place: string;
  readonly text: string;
}

export interface ReadOut {
  readonly tables: readonly Read[];
  readonly files: readonly Read[];
  /** Parts of tables that were replaced, and whose rows still lie there: no query reads them. */
  readonly inactive: readonly string[];
}

/** Columns that name someone: a table that has one is about people. */
export const ABOUT_PEOPLE = ['visitor', 'visitor_id', 'person_id', 'conversation_id'] as const;

type Olap = ReturnType<typeof createOlap>;
const PATIENT = { timeoutSeconds: 60 };

/** @param dataDir of a server that runs on SQLite and the embedded engine */
export async function readOut(dataDir: string): Promise<ReadOut> {
  const olap = createOlap(engineTarget(dataDir));
  try {
    return {
      tables: [...(await analyticsOf(olap)), ...recordsOf(dataDir)],
      files: [...filesOf(dataDir)],
      inactive: await inactiveOf(olap),
    };
  } finally {
    await olap.close();
  }
}

async function analyticsOf(olap: Olap): Promise<Read[]> {
  // Logs of the engine itself, if there are any, are tables with rows as well.
  const tables = await olap.query<{ database: string; name: string }>(
    `SELECT database, name FROM system.tables
WHERE lower(database) NOT IN ('system', 'information_schema') OR engine LIKE '%MergeTree' OR engine LIKE '%Log'
  OR (database = 'system' AND name IN ('mutations', 'parts', 'detached_parts', 'processes', 'query_cache'))`,
    {},
    PATIENT,
  );
  const read: Read[] = [];
  for (const { database, name } of tables) {
    const place = database === 'system' ? `analytics: system.${name}` : `analytics: ${name}`;
    const rows = await olap.query<object>(`SELECT * FROM \`${database}\`.\`${name}\``, {}, PATIENT);
    // This very question, among what runs, names no one.
    read.push({ place, text: JSON.stringify(rows) });
  }
  return read;
}

async function inactiveOf(olap: Olap): Promise<string[]> {
  const rows = await olap.query<{ part: string }>(
    `SELECT concat(table, ' ', name) AS part FROM system.parts WHERE NOT active AND rows > 0
UNION ALL SELECT concat(table, ' ', name) FROM system.detached_parts`,
    {},
    PATIENT,
  );
  return rows.map(({ part }) => part);
}

function openRecords(dataDir: string): DatabaseSync {
  return new DatabaseSync(join(dataDir, 'records.db'), { readOnly: true });
}

function recordsOf(dataDir: string): Read[] {
  const records = openRecords(dataDir);
  try {
    const names = records.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    return names.map(({ name }) => {
      const rows = records.prepare(`SELECT * FROM "${String(name)}"`);
      rows.setReadBigInts(true);
      const text = JSON.stringify(rows.all(), (_key, value: unknown) => plain(value));
      return { place: `records: ${String(name)}`, text };
    });
  } finally {
    records.close();
  }
}

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
};

/** Files as they are: SQLite's with its log, the journal, checkpoints, files of the chat. */
export function* filesOf(dataDir: string, folder = ''): Generator<Read> {
  for (const name of readdirSync(join(dataDir, folder))) {
    const path = join(folder, name);
    // Some come and go while this reads.
    const about = statSync(join(dataDir, path), { throwIfNoEntry: false });
    if (about?.isDirectory() === true) yield* filesOf(dataDir, path);
    else if (about?.isFile() === true) yield { place: `file: ${path}`, text: textOf(join(dataDir, path)) };
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** Tables of either store that have a column which names someone. */
export async function tablesAboutPeople(dataDir: string): Promise<string[]> {
  const olap = createOlap(engineTarget(dataDir));
  const records = openRecords(dataDir);
  try {
    const analytics = await olap.query<{ named: string }>(
      `SELECT DISTINCT table AS named FROM system.columns
WHERE database = currentDatabase() AND name IN {names:Array(String)} ORDER BY named`,
      { names: ABOUT_PEOPLE },
      PATIENT,
    );
    const kept = records
      .prepare(
        `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND c.name IN (${ABOUT_PEOPLE.map(() => '?').join(', ')}) ORDER BY m.name`,
      )
      .all(...ABOUT_PEOPLE);
    return [
      ...analytics.map(({ named }) => `analytics: ${named}`),
      ...kept.map(({ name }) => `records: ${String(name)}`),
    ];
  } finally {
    records.close();
    await olap.close();
  }
}

/** @returns which marks stand where, e.g. `records: chat_people holds ann@shop.example` */
export function findMarks(read: readonly Read[], marks: readonly string[]): string[] {
  return read.flatMap(({ place, text }) =>
    marks
      .filter((mark) => text.includes(place.startsWith('file: ') ? inLatin(mark) : mark))
      .map((mark) => `${place} holds ${mark}`),
  );
}

const inLatin = (mark: string): string => Buffer.from(mark).toString('latin1');
