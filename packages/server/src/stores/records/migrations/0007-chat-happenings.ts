/** What happened in conversations and was not sent to webhooks yet [C50]. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function chatHappenings(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  // Never given twice: what was told of is forgotten, and its number is part of what it was told with.
  const number =
    dialect === 'postgres'
      ? sql`bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`
      : sql`integer PRIMARY KEY AUTOINCREMENT`;

  return async function up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE IF NOT EXISTS chat_happenings (
      number ${number},
      conversation_id text NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
      event text NOT NULL,
      at ${big} NOT NULL
    )`.execute(db);
  };
}
