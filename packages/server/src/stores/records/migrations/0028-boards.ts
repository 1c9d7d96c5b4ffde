/** Boards of widgets. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function boards(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS boards (
      id text PRIMARY KEY,
      owner_id text NOT NULL,
      name text NOT NULL,
      shared integer NOT NULL,
      widgets text NOT NULL,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS boards_owner ON boards (owner_id, created_at)`.execute(db);
  };
}
