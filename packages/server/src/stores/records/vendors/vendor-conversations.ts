/** Conversations that other vendors' webhooks tell of, in the records store. */
import type { Kysely } from 'kysely';
import type { VendorConversations } from '../../../vendors/port.ts';
import type { RecordsSchema } from '../schema.ts';

export function createVendorConversations(db: Kysely<RecordsSchema>): VendorConversations {
  return {
    async find(counterId, vendor, thread) {
      const row = await db
        .selectFrom('vendor_conversations')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('vendor', '=', vendor)
        .where('thread', '=', thread)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { visitor, side, begun, told, updated_at: updatedAt } = row;
      return {
        counterId,
        vendor,
        thread,
        visitor,
        side,
        begun,
        told: JSON.parse(told) as string[],
        updatedAt,
      };
    },

    async save({ counterId, vendor, thread, updatedAt, told, ...rest }) {
      const changed = { ...rest, told: JSON.stringify(told), updated_at: updatedAt };
      await db
        .insertInto('vendor_conversations')
        .values({ counter_id: counterId, vendor, thread, ...changed })
        .onConflict((conflict) => conflict.columns(['counter_id', 'vendor', 'thread']).doUpdateSet(changed))
        .execute();
    },
  };
}
