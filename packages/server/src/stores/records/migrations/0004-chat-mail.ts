/** Letters about conversations, and where to look for what has not been read. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function chatMail(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;

  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS chat_mails (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      conversation_id text NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
      person_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('team', 'answer')),
      after_seq ${big} NOT NULL,
      upto_seq ${big},
      recipient text NOT NULL,
      status text NOT NULL,
      attempts integer NOT NULL,
      next_at ${big} NOT NULL,
      last_answer text NOT NULL,
      created_at ${big} NOT NULL,
      handed_at ${big}
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_mails_conversation ON chat_mails (conversation_id, kind)`.execute(
      db,
    );
    await sql`CREATE INDEX IF NOT EXISTS chat_mails_counter ON chat_mails (counter_id, kind, handed_at)`.execute(
      db,
    );
    await sql`CREATE INDEX IF NOT EXISTS chat_mails_due ON chat_mails (next_at)
      WHERE status = 'waiting'`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_mails_handed ON chat_mails (id)
      WHERE status = 'handed'`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_mails_old ON chat_mails (created_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_unread ON chat_conversations (last_message_at)
      WHERE read_by_visitor < last_seq`.execute(db);
  };
}
