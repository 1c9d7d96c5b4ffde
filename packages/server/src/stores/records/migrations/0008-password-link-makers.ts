/** Who made a link for a colleague's new password. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function passwordLinkMakers(dialect: Records['dialect']) {
  return async function up(db: Kysely<unknown>): Promise<void> {
    // SQLite cannot be asked to add only what is missing.
    if (dialect === 'sqlite' && (await isThere(db))) return;
    const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;
    await sql`ALTER TABLE password_links ADD COLUMN ${ifMissing} made_by text`.execute(db);
    // The maker of older ones is not known; they would have lasted a day at most.
    await sql`DELETE FROM password_links WHERE made_by IS NULL`.execute(db);
  };
}

async function isThere(db: Kysely<unknown>): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM pragma_table_info('password_links') WHERE name = 'made_by'`.execute(db);
  return rows.length > 0;
}
