/** Grants with their reasons, invitations of people without an account, links for passwords. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function access(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;

  return async function up(db: Kysely<unknown>): Promise<void> {
    for (const [name, definition] of [
      ['created_at', sql`created_at ${big} NOT NULL DEFAULT 0`],
      ['comment', sql`comment text NOT NULL DEFAULT ''`],
    ] as const) {
      // SQLite cannot be asked to add only what is missing.
      if (dialect === 'sqlite' && (await hasColumn(db, name))) continue;
      const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;
      await sql`ALTER TABLE grants ADD COLUMN ${ifMissing} ${definition}`.execute(db);
    }

    await sql`CREATE TABLE IF NOT EXISTS access_invitations (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL REFERENCES counters (id) ON DELETE CASCADE,
      login text NOT NULL,
      permission text NOT NULL CHECK (permission IN ('view', 'edit')),
      comment text NOT NULL,
      hash text NOT NULL UNIQUE,
      created_by text NOT NULL,
      created_at ${big} NOT NULL,
      expires_at ${big} NOT NULL,
      UNIQUE (counter_id, login)
    )`.execute(db);

    await sql`CREATE TABLE IF NOT EXISTS password_links (
      hash text PRIMARY KEY,
      account_id text NOT NULL,
      created_at ${big} NOT NULL,
      expires_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS password_links_account ON password_links (account_id)`.execute(db);
  };
}

async function hasColumn(db: Kysely<unknown>, name: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info('grants') WHERE name = ${name}`.execute(db);
  return rows.length > 0;
}
