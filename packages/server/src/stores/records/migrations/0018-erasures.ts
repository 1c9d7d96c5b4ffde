/** Erasures of people that were asked for, and their receipts. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function erasures(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS erasures (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      by_key text NOT NULL,
      person text NOT NULL,
      counts text NOT NULL,
      asked_by text NOT NULL,
      created_at ${big} NOT NULL,
      finished_at ${big},
      waits_for text NOT NULL DEFAULT '',
      claimed_by text,
      claimed_until ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS erasures_counter ON erasures (counter_id, created_at)`.execute(db);
  };
}
