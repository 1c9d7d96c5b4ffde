/** Backfills of goals that were asked for, one a goal, and how far they have come. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function backfills(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS backfills (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      goal_id ${big} NOT NULL,
      goal text NOT NULL,
      from_at ${big} NOT NULL,
      to_at ${big} NOT NULL,
      parts integer NOT NULL,
      done_parts integer NOT NULL,
      reaches ${big} NOT NULL,
      removing integer NOT NULL,
      asked_by text NOT NULL,
      created_at ${big} NOT NULL,
      finished_at ${big},
      waits_for text NOT NULL,
      claimed_by text,
      claimed_until ${big},
      UNIQUE (counter_id, goal_id)
    )`.execute(db);
  };
}
