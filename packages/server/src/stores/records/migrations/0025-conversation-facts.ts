/** Which conversations the analytics store does not know as they are now: at first all. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

export function conversationFacts(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;

  return async function up(db: Kysely<unknown>): Promise<void> {
    for (const [column, first] of [
      ['revision', 1],
      ['told_revision', 0],
    ] as const)
      await addColumn(
        db,
        dialect,
        ['chat_conversations', column],
        sql`${big} NOT NULL DEFAULT ${sql.lit(first)}`,
      );
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_untold ON chat_conversations (created_at)
      WHERE told_revision < revision AND decided = 1`.execute(db);
  };
}
