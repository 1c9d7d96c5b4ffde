/** The documents of a counter's chat (settings, canned replies, webhooks), in the records store. */
import type { Kysely } from 'kysely';
import type { ChatDocuments } from '../../../chat/port.ts';
import type { RecordsSchema } from '../schema.ts';

export function createChatDocuments(db: Kysely<RecordsSchema>): ChatDocuments {
  return {
    async read(counterId, kind) {
      const row = await db
        .selectFrom('chat_documents')
        .select('document')
        .where('counter_id', '=', counterId)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return row ? (JSON.parse(row.document) as unknown) : null;
    },

    async save(counterId, kind, document) {
      const text = JSON.stringify(document);
      await db
        .insertInto('chat_documents')
        .values({ counter_id: counterId, kind, document: text })
        .onConflict((conflict) => conflict.columns(['counter_id', 'kind']).doUpdateSet({ document: text }))
        .execute();
    },
  };
}
