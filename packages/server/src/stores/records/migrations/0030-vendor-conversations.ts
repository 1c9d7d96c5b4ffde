/** Conversations that other vendors' webhooks tell of. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function vendorConversations(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS vendor_conversations (
      counter_id integer NOT NULL,
      vendor text NOT NULL,
      thread text NOT NULL,
      visitor text NOT NULL,
      side integer NOT NULL,
      begun text NOT NULL,
      told text NOT NULL,
      updated_at ${big} NOT NULL,
      PRIMARY KEY (counter_id, vendor, thread)
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS vendor_conversations_visitor ON vendor_conversations (counter_id, visitor)`.execute(
      db,
    );
  };
}
