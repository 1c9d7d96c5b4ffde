/** Links that show a report to people without an account. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function shares(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS shares (
      id text PRIMARY KEY,
      hash text NOT NULL,
      counter_id integer NOT NULL,
      report text NOT NULL,
      name text NOT NULL,
      filters text NOT NULL,
      period text NOT NULL,
      password_hash text NOT NULL,
      created_by text NOT NULL,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE UNIQUE INDEX IF NOT EXISTS shares_hash ON shares (hash)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS shares_counter ON shares (counter_id, created_at)`.execute(db);
  };
}
