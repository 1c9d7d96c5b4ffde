/** Whom the chat invited and who conversed, for the chat's funnel. */
import type { Kysely } from 'kysely';
import type { FunnelRecords } from '../../../chat/funnel/port.ts';
import type { RecordsSchema } from '../schema.ts';

export function createFunnelRecords(db: Kysely<RecordsSchema>): FunnelRecords {
  return {
    async invited(counterId, from, before) {
      const rows = await db
        .selectFrom('chat_invitation_events')
        .select('visitor')
        .where('counter_id', '=', counterId)
        .where('kind', '=', 'shown')
        .where('at', '>=', from)
        .where('at', '<', before)
        .where('control', '=', 0)
        .union(
          db
            .selectFrom('chat_conversations')
            .select('visitor')
            .where('counter_id', '=', counterId)
            .where('opened_by', '=', 'operator')
            // Never earlier than it was made; this is what there is an index for.
            .where('last_message_at', '>=', from)
            .where('created_at', '>=', from)
            .where('created_at', '<', before),
        )
        .execute();
      return rows.map(({ visitor }) => visitor);
    },

    conversations: (counterId, from, before) =>
      db
        .selectFrom('chat_conversations as c')
        .innerJoin('chat_messages as m', (join) =>
          join.onRef('m.conversation_id', '=', 'c.id').on('m.seq', '=', (query) =>
            query
              .selectFrom('chat_messages as first')
              .select((one) => one.fn.min('first.seq').as('seq'))
              .whereRef('first.conversation_id', '=', 'c.id')
              .where('first.kind', '=', 'visitor'),
          ),
        )
        .select(['c.visitor', 'm.at'])
        .where('c.counter_id', '=', counterId)
        .where('c.decided', '=', 1)
        .where('c.last_message_at', '>=', from)
        .where('c.created_at', '<', before)
        .where('m.at', '>=', from)
        .where('m.at', '<', before)
        .execute(),
  };
}
