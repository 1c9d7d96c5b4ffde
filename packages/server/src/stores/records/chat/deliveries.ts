/** The log of what webhooks were sent, in the records store. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Delivery, DeliveryLog } from '../../../notify/webhooks/port.ts';
import { claimRows, isFree, NOBODYS, type Outbox } from '../outbox.ts';
import type { ChatDeliveriesTable } from './schema.ts';
import type { RecordsSchema } from '../schema.ts';

function fromRow(row: Selectable<ChatDeliveriesTable>): Delivery {
  return {
    id: row.id,
    counterId: row.counter_id,
    url: row.url,
    event: row.event,
    payload: row.payload,
    status: row.status as Delivery['status'],
    attempts: row.attempts,
    nextAt: row.next_at,
    lastAnswer: row.last_answer,
    createdAt: row.created_at,
  };
}

const OUTBOX: Outbox = { table: 'chat_deliveries', key: 'id', waits: sql`status = 'waiting'` };

export function createDeliveryLog(db: Kysely<RecordsSchema>): DeliveryLog {
  return {
    async add(delivery) {
      await db
        .insertInto('chat_deliveries')
        .values({
          id: delivery.id,
          counter_id: delivery.counterId,
          url: delivery.url,
          event: delivery.event,
          payload: delivery.payload,
          status: delivery.status,
          attempts: delivery.attempts,
          next_at: delivery.nextAt,
          last_answer: delivery.lastAnswer,
          created_at: delivery.createdAt,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async update({ id, status, attempts, nextAt, lastAnswer }) {
      await db
        .updateTable('chat_deliveries')
        .set({ status, attempts, next_at: nextAt, last_answer: lastAnswer, ...NOBODYS })
        .where('id', '=', id)
        .execute();
    },

    async due(now, limit, node, except = [], exceptCounters = []) {
      const rows = await db
        .selectFrom('chat_deliveries')
        .selectAll()
        .where('status', '=', 'waiting')
        .where('next_at', '<=', now)
        .where(isFree(now, node))
        // One request at a time to each address, whichever node makes it.
        .where(
          sql<boolean>`url NOT IN (SELECT url FROM chat_deliveries
            WHERE claimed_by IS NOT NULL AND status = 'waiting' AND NOT ${isFree(now, node)})`,
        )
        .$if(except.length > 0, (query) => query.where('url', 'not in', except))
        .$if(exceptCounters.length > 0, (query) => query.where('counter_id', 'not in', exceptCounters))
        .orderBy('next_at')
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    claim: (ids, now, claim) => claimRows(db, OUTBOX, ids, now, claim),

    async recent(counterId, limit) {
      const rows = await db
        .selectFrom('chat_deliveries')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async get(counterId, id) {
      const row = await db
        .selectFrom('chat_deliveries')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom('chat_deliveries')
        .where('created_at', '<', before)
        .where('status', '<>', 'waiting')
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
