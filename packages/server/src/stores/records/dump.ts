/** The records as rows of any database, read at one moment: for backups. */
import { type Kysely, sql } from 'kysely';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordsRow, RecordsSnapshot, RecordsSource } from '../../backup/port.ts';
import { createInstallationRecords } from './installation.ts';
import type { Records } from './open.ts';

const ROWS = 2_000;
/** A restore makes these itself. */
const LEFT_OUT = new Set(['migrations', 'migrations_lock', 'installation', 'restoring']);
const isOurs = (name: string): boolean => !LEFT_OUT.has(name) && !name.startsWith('sqlite_');

/** Rows go into JSON and come back from it. */
function toPlain(row: Readonly<Record<string, unknown>>): RecordsRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

export function createRecordsSource(records: Records, dataDir: string): RecordsSource {
  const installation = createInstallationRecords(records);
  return {
    numbers: () => installation.numbers(),
    async installation() {
      const tables = await records.db.introspection.getTables();
      if (!tables.some(({ name }) => name === 'installation')) return null;
      return (await installation.read())?.id ?? null;
    },
    snapshot: (work) =>
      records.dialect === 'sqlite'
        ? sqliteSnapshot(join(dataDir, 'records.db'), work)
        : postgresSnapshot(records.db as unknown as Kysely<unknown>, work),
  };
}

/** A connection of its own, so that the server's goes on writing. */
async function sqliteSnapshot<T>(file: string, work: (snapshot: RecordsSnapshot) => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    database.exec('BEGIN');
    const texts = (query: string) => database.prepare(query).all() as { name: string; value: number }[];
    const tables = texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    return await work({
      migrations: texts('SELECT name FROM migrations ORDER BY name').map(({ name }) => name),
      tables: tables.map(({ name }) => name).filter(isOurs),
      sequences: Object.fromEntries(
        texts('SELECT name, seq AS value FROM sqlite_sequence').map(({ name, value }) => [name, value]),
      ),
      async *rows(table) {
        let some: RecordsRow[] = [];
        for (const row of database.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).iterate()) {
          some.push(toPlain(row));
          if (some.length < ROWS) continue;
          yield some;
          some = [];
        }
        if (some.length > 0) yield some;
      },
    });
  } finally {
    database.close();
  }
}

function postgresSnapshot<T>(
  db: Kysely<unknown>,
  work: (snapshot: RecordsSnapshot) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const named = async (query: ReturnType<typeof sql<{ name: string }>>) =>
        (await query.execute(trx)).rows.map(({ name }) => name);
      const tables = await named(sql`SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`);
      return work({
        migrations: await named(sql`SELECT name FROM migrations ORDER BY name`),
        tables: tables.filter(isOurs),
        sequences: await postgresSequences(trx),
        async *rows(table) {
          await sql`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT * FROM ${sql.table(table)}`.execute(trx);
          for (;;) {
            const { rows } = await sql<
              Record<string, unknown>
            >`FETCH ${sql.lit(ROWS)} FROM backup_rows`.execute(trx);
            if (rows.length === 0) break;
            yield rows.map(toPlain);
          }
          await sql`CLOSE backup_rows`.execute(trx);
        },
      });
    });
}

/** Columns that number their rows by themselves. */
export async function numberedTables(db: Kysely<unknown>): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = current_schema() AND is_identity = 'YES'`.execute(db);
  return rows;
}

async function postgresSequences(db: Kysely<unknown>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { table, column } of await numberedTables(db)) {
    const { rows: names } = await sql<{ name: string }>`
      SELECT pg_get_serial_sequence(${table}, ${column}) AS name`.execute(db);
    const { rows } = await sql<{ value: number }>`
      SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS value
      FROM ${sql.raw(names[0]?.name ?? '')}`.execute(db);
    found[table] = Number(rows[0]?.value ?? 0);
  }
  return found;
}
