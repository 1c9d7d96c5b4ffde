/** Funnels, retention and journeys by name. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function savedPaths(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS saved_paths (
      id text PRIMARY KEY,
      counter_id integer NOT NULL,
      owner_id text NOT NULL,
      kind text NOT NULL,
      name text NOT NULL,
      shared integer NOT NULL,
      address text NOT NULL,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS saved_paths_counter ON saved_paths (counter_id, created_at)`.execute(
      db,
    );
  };
}
