/** What was said in a counter's chat, as far as it tells who waited for an answer. */
import { sql, type Kysely } from 'kysely';
import { waitsOf, type ChatLine, type ChatWaits } from '../../../alerts/index.ts';
import type { RecordsSchema } from '../schema.ts';

/** The newest of them; more are not read at once. */
const MOST_LINES = 200_000;

export function createChatWaits(db: Kysely<RecordsSchema>): ChatWaits {
  return {
    async waits(counterId, from, before) {
      const { rows } = await sql<ChatLine>`
        SELECT m.conversation_id AS conversation, m.kind AS by, m.at AS at
        FROM chat_conversations c JOIN chat_messages m ON m.conversation_id = c.id
        WHERE c.counter_id = ${counterId} AND c.last_message_at >= ${from}
          AND m.at >= ${from} AND m.at < ${before} AND m.kind IN ('visitor', 'operator')
        UNION ALL
        SELECT c.id, 'end', c.closed_at FROM chat_conversations c
        WHERE c.counter_id = ${counterId} AND c.last_message_at >= ${from}
          AND c.closed_at IS NOT NULL AND c.closed_at < ${before}
        ORDER BY at DESC LIMIT ${MOST_LINES}`.execute(db);
      return waitsOf(rows.map((row) => ({ ...row, at: Number(row.at) })).toReversed());
    },
  };
}
