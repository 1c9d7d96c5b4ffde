/** Which conversations the analytics store does not know as they are now: at first all. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

export function conversationFacts(dialect: Records['dialect']) {
  const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
  const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;

  return async function up(db: Kysely<unknown>): Promise<void> {
    for (const [column, first] of [
      ['revision', 1],
      ['told_revision', 0],
    ] as const) {
      if (dialect === 'sqlite' && (await hasColumn(db, column))) continue;
      await sql`ALTER TABLE chat_conversations
        ADD COLUMN ${ifMissing} ${sql.ref(column)} ${big} NOT NULL DEFAULT ${sql.lit(first)}`.execute(db);
    }
    await sql`CREATE INDEX IF NOT EXISTS chat_conversations_untold ON chat_conversations (created_at)
      WHERE told_revision < revision AND decided = 1`.execute(db);
  };
}

/** SQLite knows no `ADD COLUMN IF NOT EXISTS`. */
async function hasColumn(db: Kysely<unknown>, column: string): Promise<boolean> {
  const { rows } =
    await sql`SELECT 1 FROM pragma_table_info('chat_conversations') WHERE name = ${column}`.execute(db);
  return rows.length > 0;
}
