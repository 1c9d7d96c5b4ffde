/** How far each operator has read each conversation, and whom it calls. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function chatReads(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS chat_reads (
      conversation_id text NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
      account_id text NOT NULL,
      seq ${big} NOT NULL,
      called_at ${big},
      PRIMARY KEY (conversation_id, account_id)
    )`.execute(db);
    // What any operator had read before counts as read by everyone, as it did.
    await sql`INSERT INTO chat_reads (conversation_id, account_id, seq)
      SELECT id, '', read_by_operator FROM chat_conversations WHERE read_by_operator > 0
      ON CONFLICT DO NOTHING`.execute(db);
  };
}
