/** How long counters keep what, what went by it, and since when counters are deleted. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function retention(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS retention (
      counter_id ${big} PRIMARY KEY,
      periods text NOT NULL
    )`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS retention_runs (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      task text NOT NULL,
      losses text NOT NULL,
      asked_by text NOT NULL,
      created_at ${big} NOT NULL,
      finished_at ${big},
      waits_for text NOT NULL DEFAULT '',
      claimed_by text,
      claimed_until ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS retention_runs_counter
      ON retention_runs (counter_id, created_at)`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS counter_deletions (
      counter_id ${big} PRIMARY KEY,
      noticed_at ${big} NOT NULL
    )`.execute(db);
  };
}
