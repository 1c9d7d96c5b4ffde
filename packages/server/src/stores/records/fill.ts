/** Fills empty records with the rows of a backup, from whichever database they came. */
import { type Kysely, sql } from 'kysely';
import type { RecordsRow, RecordsSink } from '../../backup/port.ts';
import { numberedTables } from './dump.ts';
import { createInstallationRecords } from './installation.ts';
import { migrateRecords, requireKnown } from './migrate.ts';
import type { Records } from './open.ts';

/** Databases bound the values of a statement. */
const MOST_VALUES = 30_000;
/** There while a restore fills the tables: a server refuses to start on them. */
const MARK = 'restoring';

/** @param others makes the tables that are not of `migrations`, such as those of the sign-in library */
export function createRecordsSink(records: Records, others: () => Promise<void>): RecordsSink {
  const db = records.db as unknown as Kysely<Record<string, RecordsRow>>;
  const types = new Map<string, ReadonlyMap<string, string>>();

  return {
    async isEmpty() {
      const names = await tableNames(records);
      return names.length === 0 || names.includes(MARK);
    },

    accepts: (migrations) => requireKnown(migrations),

    async prepare(migrations) {
      const names = await tableNames(records);
      if (names.length > 0 && !names.includes(MARK)) throw new Error('The records are not empty.');
      await dropAll(
        db,
        records.dialect,
        names.filter((name) => name !== MARK),
      );
      await sql`CREATE TABLE IF NOT EXISTS ${sql.table(MARK)} (at text)`.execute(db);
      await migrateRecords(records, new Set(migrations));
      await others();
      const { rows } = records.dialect === 'sqlite' ? NO_SCHEMA : await currentSchema.execute(db);
      const own = rows[0]?.name;
      const all = await db.introspection.getTables();
      for (const { name, columns } of all.filter(({ schema }) => own === undefined || schema === own))
        types.set(name, new Map(columns.map((column) => [column.name, column.dataType])));
      if (records.dialect === 'sqlite') await sql`PRAGMA foreign_keys = OFF`.execute(db);
    },

    ordered: async (wanted) => (records.dialect === 'sqlite' ? [...wanted] : await inOrder(db, wanted)),

    async fill(table, rows) {
      const columns = types.get(table);
      if (columns === undefined) throw new Error(`The table ${table} is not there.`);
      const width = Object.keys(rows[0] ?? {}).length;
      const most = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, width)));
      for (let at = 0; at < rows.length; at += most) {
        const some = rows.slice(at, at + most).map((row) => fitted(row, columns));
        await insertRows(db, records.dialect, table, some);
      }
    },

    async count(table) {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db);
      return Number(rows[0]?.n ?? 0);
    },

    async finish({ id, stamp }, sequences) {
      await setSequences(db, records.dialect, sequences);
      // The analytics store may be of another moment: what it knows of conversations is told once more.
      if (types.get('chat_conversations')?.has('told_revision') === true)
        await sql`UPDATE chat_conversations SET told_revision = 0`.execute(db);
      await createInstallationRecords(records).write({ id, stamp, confirmed: stamp });
    },

    release: () => release(records),
  };
}

const NO_SCHEMA = { rows: [] as { name: string }[] };
const currentSchema = sql<{ name: string }>`SELECT current_schema() AS name`;

/** Whether a restore was cut off here. One that ended, but for taking its mark away, is ended. */
export async function isHalfRestored(records: Records): Promise<boolean> {
  const names = await tableNames(records);
  if (!names.includes(MARK)) return false;
  const ended = names.includes('installation') && (await createInstallationRecords(records).read()) !== null;
  if (ended) await release(records);
  return !ended;
}

async function release({ db }: Records): Promise<void> {
  await sql`DROP TABLE IF EXISTS ${sql.table(MARK)}`.execute(db);
}

async function tableNames({ db, dialect }: Records): Promise<string[]> {
  const asked =
    dialect === 'sqlite'
      ? sql<{
          name: string;
        }>`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
      : sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
          WHERE table_schema = current_schema()`;
  return (await asked.execute(db)).rows.map(({ name }) => name);
}

async function dropAll(
  db: Kysely<Record<string, RecordsRow>>,
  dialect: Records['dialect'],
  names: readonly string[],
) {
  if (dialect === 'sqlite') await sql`PRAGMA foreign_keys = OFF`.execute(db);
  const how = dialect === 'postgres' ? sql`CASCADE` : sql``;
  for (const name of names) await sql`DROP TABLE IF EXISTS ${sql.table(name)} ${how}`.execute(db);
}

/** A row as the table's columns take it: databases differ in what a boolean and bytes are. */
function fitted(row: RecordsRow, columns: ReadonlyMap<string, string>): RecordsRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, fittedValue(value, columns.get(name))]),
  );
}

function fittedValue(value: unknown, type = ''): unknown {
  if (typeof value === 'object' && value !== null) {
    if ('$bytes' in value) return Buffer.from(String(value.$bytes), 'base64');
    return JSON.stringify(value);
  }
  if (/^bool/i.test(type) && typeof value === 'number') return value !== 0;
  return value;
}

/** Numbers that a table gives by itself are put as they were. */
async function insertRows(
  db: Kysely<Record<string, RecordsRow>>,
  dialect: Records['dialect'],
  table: string,
  rows: readonly RecordsRow[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`));
  const overriding = dialect === 'postgres' ? sql`OVERRIDING SYSTEM VALUE` : sql``;
  await sql`INSERT INTO ${sql.table(table)} (${columns}) ${overriding} VALUES ${values}`.execute(db);
}

async function setSequences(
  db: Kysely<Record<string, RecordsRow>>,
  dialect: Records['dialect'],
  sequences: Readonly<Record<string, number>>,
): Promise<void> {
  if (dialect === 'sqlite') {
    for (const [table, value] of Object.entries(sequences)) {
      await sql`DELETE FROM sqlite_sequence WHERE name = ${table}`.execute(db);
      await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${table}, ${value})`.execute(db);
    }
    return;
  }
  for (const { table, column } of await numberedTables(db as unknown as Kysely<unknown>)) {
    const value = sequences[table] ?? 0;
    if (value > 0)
      await sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}), ${value})`.execute(db);
  }
}

/** A table after those that its rows name. */
async function inOrder(db: Kysely<Record<string, RecordsRow>>, wanted: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ child: string; parent: string }>`
    SELECT child.relname AS child, parent.relname AS parent FROM pg_constraint
    JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
    WHERE contype = 'f'`.execute(db);
  const sorted: string[] = [];
  const add = (table: string): void => {
    if (sorted.includes(table)) return;
    for (const { child, parent } of rows) if (child === table && parent !== table) add(parent);
    sorted.push(table);
  };
  for (const table of wanted) add(table);
  return sorted.filter((table) => wanted.includes(table));
}
