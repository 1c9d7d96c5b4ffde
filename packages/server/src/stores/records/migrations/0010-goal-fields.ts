/** Fields that a goal type has beside conditions and steps. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function goalFields(dialect: Records['dialect']) {
  return async function up(db: Kysely<unknown>): Promise<void> {
    if (dialect === 'sqlite' && (await hasFields(db))) return;
    const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;
    await sql`ALTER TABLE goals ADD COLUMN ${ifMissing} fields text NOT NULL DEFAULT '{}'`.execute(db);
  };
}

/** SQLite knows no `ADD COLUMN IF NOT EXISTS`. */
async function hasFields(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info('goals') WHERE name = 'fields'`.execute(db);
  return rows.length > 0;
}
