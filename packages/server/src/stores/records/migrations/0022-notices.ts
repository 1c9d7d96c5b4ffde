/** Alerts of counters, the channels they are told by, and what waits to be sent. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function notices(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  const real = dialect === 'postgres' ? sql`double precision` : sql`real`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS channels (
      id text PRIMARY KEY,
      counter_id integer NOT NULL,
      kind text NOT NULL,
      name text NOT NULL,
      config text NOT NULL,
      created_at ${big} NOT NULL,
      failing integer NOT NULL,
      last_answer text NOT NULL,
      last_at ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS channels_counter ON channels (counter_id, created_at)`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS notices (
      id text PRIMARY KEY,
      counter_id integer NOT NULL,
      channel_id text NOT NULL,
      message text NOT NULL,
      status text NOT NULL,
      attempts integer NOT NULL,
      next_at ${big} NOT NULL,
      last_answer text NOT NULL,
      created_at ${big} NOT NULL,
      claimed_by text,
      claimed_until ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS notices_due ON notices (status, next_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS notices_channel ON notices (channel_id, status)`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS alerts (
      id text PRIMARY KEY,
      counter_id integer NOT NULL,
      settings text NOT NULL,
      enabled integer NOT NULL,
      created_at ${big} NOT NULL,
      next_at ${big} NOT NULL,
      looked_at ${big} NOT NULL,
      claimed_by text,
      claimed_until ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS alerts_counter ON alerts (counter_id, created_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS alerts_due ON alerts (enabled, next_at)`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS alert_happenings (
      id text PRIMARY KEY,
      alert_id text NOT NULL,
      counter_id integer NOT NULL,
      goal_id integer,
      begin_at ${big} NOT NULL,
      found_at ${big} NOT NULL,
      over_at ${big},
      settled integer NOT NULL,
      observed ${real} NOT NULL,
      expected ${real} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS alert_happenings_alert ON alert_happenings (alert_id, found_at)`.execute(
      db,
    );
  };
}
