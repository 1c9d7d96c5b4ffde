/** Which installation the records belong to, and counters' numbers that must not be used again. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function installation(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS installation (
      id text PRIMARY KEY,
      stamp ${big} NOT NULL,
      confirmed ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS retired_counters (id ${big} PRIMARY KEY)`.execute(db);
  };
}
