/** What visitors of a counter must agree to. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function consent(dialect: Records['dialect']) {
  return async function up(db: Kysely<unknown>): Promise<void> {
    if (dialect === 'sqlite' && (await hasColumn(db))) return;
    const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;
    await sql`ALTER TABLE counters ADD COLUMN ${ifMissing} consent text NOT NULL DEFAULT '{}'`.execute(db);
  };
}

/** SQLite knows no `ADD COLUMN IF NOT EXISTS`. */
async function hasColumn(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info('counters') WHERE name = 'consent'`.execute(db);
  return rows.length > 0;
}
