/** When visitors began conversations, for the invitations' report. */
import type { Kysely } from 'kysely';
import type { ConversationTimes } from '../../../invitations/port.ts';
import type { RecordsSchema } from '../schema.ts';

export function createConversationTimes(db: Kysely<RecordsSchema>): ConversationTimes {
  return {
    begun: (counterId, from, to) =>
      db
        .selectFrom('chat_conversations')
        .select(['visitor', 'created_at as at'])
        .where('counter_id', '=', counterId)
        .where('created_at', '>=', from)
        .where('created_at', '<=', to)
        // One that an operator opened and the visitor did not answer is no conversation yet.
        .where('decided', '=', 1)
        .execute(),
  };
}
