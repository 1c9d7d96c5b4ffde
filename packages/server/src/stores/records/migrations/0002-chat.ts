/** The chat: people, conversations, messages, invitations, files, deliveries. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function chat(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;

  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS chat_people (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL REFERENCES counters (id) ON DELETE CASCADE,
      visitor text NOT NULL,
      number ${big} NOT NULL,
      secret_hash text NOT NULL,
      contact text NOT NULL,
      custom text NOT NULL,
      user_token text NOT NULL,
      blocked integer NOT NULL,
      invitation text,
      created_at ${big} NOT NULL,
      UNIQUE (counter_id, secret_hash),
      UNIQUE (counter_id, number)
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_people_visitor ON chat_people (counter_id, visitor)`.execute(
      db,
    );

    await sql`CREATE TABLE IF NOT EXISTS chat_conversations (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL REFERENCES counters (id) ON DELETE CASCADE,
      person_id text NOT NULL REFERENCES chat_people (id) ON DELETE CASCADE,
      visitor text NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'closed')),
      offline integer NOT NULL,
      opened_by text NOT NULL,
      invitation text,
      context text NOT NULL,
      created_at ${big} NOT NULL,
      closed_at ${big},
      last_seq ${big} NOT NULL,
      last_message_at ${big} NOT NULL,
      last_text text NOT NULL,
      waiting_since ${big},
      read_by_operator ${big} NOT NULL,
      read_by_visitor ${big} NOT NULL,
      assigned_id text,
      assigned_name text,
      department text,
      tags text NOT NULL,
      rating integer,
      rating_comment text NOT NULL,
      goal text,
      decided integer NOT NULL
    )`.execute(db);
    await sql`CREATE UNIQUE INDEX IF NOT EXISTS chat_one_open ON chat_conversations (person_id)
      WHERE state = 'open'`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_person
      ON chat_conversations (person_id, created_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_list
      ON chat_conversations (counter_id, state, last_message_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_all
      ON chat_conversations (counter_id, last_message_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_silent
      ON chat_conversations (last_message_at) WHERE state = 'open'`.execute(db);

    await sql`CREATE TABLE IF NOT EXISTS chat_messages (
      conversation_id text NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
      seq ${big} NOT NULL,
      kind text NOT NULL,
      author text NOT NULL,
      author_id text,
      text text NOT NULL,
      file text,
      key text NOT NULL,
      at ${big} NOT NULL,
      PRIMARY KEY (conversation_id, seq),
      UNIQUE (conversation_id, key)
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_messages_key ON chat_messages (key)`.execute(db);

    await sql`CREATE TABLE IF NOT EXISTS chat_goals (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      visitor text NOT NULL,
      event text NOT NULL,
      context text NOT NULL,
      at ${big} NOT NULL,
      journaled integer NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_goals_pending ON chat_goals (at) WHERE journaled = 0`.execute(
      db,
    );

    await sql`CREATE TABLE IF NOT EXISTS chat_documents (
      counter_id ${big} NOT NULL REFERENCES counters (id) ON DELETE CASCADE,
      kind text NOT NULL,
      document text NOT NULL,
      PRIMARY KEY (counter_id, kind)
    )`.execute(db);

    await sql`CREATE TABLE IF NOT EXISTS chat_rules (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL REFERENCES counters (id) ON DELETE CASCADE,
      rule text NOT NULL,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_rules_counter ON chat_rules (counter_id)`.execute(db);

    await sql`CREATE TABLE IF NOT EXISTS chat_invitation_events (
      counter_id ${big} NOT NULL,
      rule_id text NOT NULL,
      variant integer NOT NULL,
      control integer NOT NULL,
      visitor text NOT NULL,
      kind text NOT NULL,
      day ${big} NOT NULL,
      at ${big} NOT NULL,
      PRIMARY KEY (counter_id, rule_id, visitor, kind, day)
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_invitation_visitor
      ON chat_invitation_events (counter_id, visitor, kind)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_invitation_times
      ON chat_invitation_events (counter_id, rule_id, at)`.execute(db);

    await sql`CREATE TABLE IF NOT EXISTS chat_files (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      person_id text,
      name text NOT NULL,
      type text NOT NULL,
      bytes ${big} NOT NULL,
      used integer NOT NULL DEFAULT 0,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_files_unused ON chat_files (created_at) WHERE used = 0`.execute(
      db,
    );

    await sql`CREATE TABLE IF NOT EXISTS chat_deliveries (
      id text PRIMARY KEY,
      counter_id ${big} NOT NULL,
      url text NOT NULL,
      event text NOT NULL,
      payload text NOT NULL,
      status text NOT NULL,
      attempts integer NOT NULL,
      next_at ${big} NOT NULL,
      last_answer text NOT NULL,
      created_at ${big} NOT NULL
    )`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_deliveries_due ON chat_deliveries (next_at)
      WHERE status = 'waiting'`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_deliveries_recent
      ON chat_deliveries (counter_id, created_at)`.execute(db);
    await sql`CREATE INDEX IF NOT EXISTS chat_deliveries_old ON chat_deliveries (created_at)`.execute(db);
  };
}
