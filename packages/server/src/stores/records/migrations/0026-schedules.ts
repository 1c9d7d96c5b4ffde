/** Reports of counters that are sent by themselves. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function schedules(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS schedules (
      id text PRIMARY KEY,
      counter_id integer NOT NULL,
      settings text NOT NULL,
      enabled integer NOT NULL,
      created_at ${big} NOT NULL,
      next_at ${big} NOT NULL,
      sent_key text NOT NULL,
      last_at ${big},
      last_fault text NOT NULL,
      claimed_by text,
      claimed_until ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS schedules_counter ON schedules (counter_id, created_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS schedules_due ON schedules (enabled, next_at)`.execute(db);
  };
}
