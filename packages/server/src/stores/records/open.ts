/** The records store that the settings name: PostgreSQL by its address, or SQLite in the data folder. */
import { Kysely, sql } from 'kysely';
import path from 'node:path';
import { postgresDialect } from './postgres.ts';
import type { RecordsSchema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

export interface RecordsConfig {
  /** Absolute; `records.db` stands within. */
  readonly dataDir: string;
  /** Null: SQLite. */
  readonly databaseUrl: string | null;
}

export interface Records {
  readonly db: Kysely<RecordsSchema>;
  readonly dialect: 'sqlite' | 'postgres';
  /** @throws RecordsUnavailable */
  answers(): Promise<void>;
  close(): Promise<void>;
}

export function openSqlite(file: string): Records {
  const db = new Kysely<RecordsSchema>({ dialect: sqliteDialect(file) });
  return recordsOf(db, 'sqlite');
}

export function openPostgres(url: string): Records {
  const db = new Kysely<RecordsSchema>({ dialect: postgresDialect(url) });
  return recordsOf(db, 'postgres');
}

function recordsOf(db: Kysely<RecordsSchema>, dialect: Records['dialect']): Records {
  return {
    db,
    dialect,
    answers: async () => void (await sql`SELECT 1`.execute(db)),
    close: () => db.destroy(),
  };
}

/** @throws if SQLite's file cannot be opened, or PostgreSQL cannot be reached */
export async function openRecords(config: RecordsConfig): Promise<Records> {
  const records =
    config.databaseUrl === null
      ? openSqlite(path.join(config.dataDir, 'records.db'))
      : openPostgres(config.databaseUrl);
  try {
    // Drivers open on first use; a wrong address is to show at the start.
    await records.db.introspection.getSchemas();
    return records;
  } catch (error) {
    await records.close();
    throw error;
  }
}

/** Reading all of a larger one would hold up the start for long. */
const MOST_CHECKED_BYTES = 256 * 1024 * 1024;

/** What SQLite finds wrong with how its file is built; null: nothing, or it is not SQLite. */
export async function damageOf({ db, dialect }: Records): Promise<string | null> {
  if (dialect !== 'sqlite') return null;
  const { rows: sizes } = await sql<{ bytes: number }>`
    SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size`.execute(db);
  if ((sizes[0]?.bytes ?? 0) > MOST_CHECKED_BYTES) return null;
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(db);
  const said = rows[0]?.quick_check ?? 'ok';
  return said === 'ok' ? null : said.replaceAll('\n', ' ');
}
