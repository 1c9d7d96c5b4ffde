/** Notes of people on the charts of a counter. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function annotations(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS annotations (
      id text PRIMARY KEY,
      counter_id integer NOT NULL,
      day text NOT NULL,
      text text NOT NULL,
      author text NOT NULL,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS annotations_counter ON annotations (counter_id, day)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS audit_counter ON audit (counter_id, at)`.execute(db);
  };
}
