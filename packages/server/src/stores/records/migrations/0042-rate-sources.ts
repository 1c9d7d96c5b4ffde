/** Where rates of counters are fetched from, and what was fetched. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function rateSources(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS rate_sources (
      counter_id integer PRIMARY KEY,
      url text NOT NULL,
      into_currency text NOT NULL,
      currencies text NOT NULL,
      rates text NOT NULL,
      revision integer NOT NULL,
      next_at ${big} NOT NULL,
      failures integer NOT NULL,
      fetched_at ${big},
      fault text NOT NULL,
      claimed_by text,
      claimed_until ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS rate_sources_due ON rate_sources (next_at)`.execute(db);
  };
}
