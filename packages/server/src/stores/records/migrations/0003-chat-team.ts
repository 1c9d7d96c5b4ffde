/** What a page says of its visitors, and what is remembered of operators. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function chatTeam(dialect: Records['dialect']) {
  return async function up(db: Kysely<unknown>): Promise<void> {
    if (dialect === 'postgres' || !(await hasAttributes(db))) {
      // SQLite cannot be asked to add only what is missing.
      const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;
      await sql`ALTER TABLE chat_people ADD COLUMN ${ifMissing} attributes text NOT NULL DEFAULT '{}'`.execute(
        db,
      );
    }

    await sql`CREATE TABLE IF NOT EXISTS chat_operators (
      account_id text PRIMARY KEY,
      away integer NOT NULL,
      connected integer NOT NULL
    )`.execute(db);
  };
}

async function hasAttributes(db: Kysely<unknown>): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM pragma_table_info('chat_people') WHERE name = 'attributes'`.execute(db);
  return rows.length > 0;
}
