/** What conversations leave to be done later: goals for the journal, happenings for webhooks. */
import { sql, type Kysely } from 'kysely';
import type { PendingGoal, StoredHappening } from '../../../chat/port.ts';
import type { OutboxStore } from '../../../kit/outbox/port.ts';
import { claimRows, isFree, NOBODYS, type Outbox } from '../outbox.ts';
import type { RecordsSchema } from '../schema.ts';
import { goalFromRow, happeningFromRow } from './rows.ts';

const GOALS: Outbox = { table: 'chat_goals', key: 'id', waits: sql`journaled = 0` };
const HAPPENINGS: Outbox = { table: 'chat_happenings', key: 'number', waits: sql`1 = 1` };

export function goalOutbox(db: Kysely<RecordsSchema>): OutboxStore<PendingGoal> {
  return {
    async due(now, limit, node) {
      const rows = await db
        .selectFrom('chat_goals')
        .selectAll()
        .where('journaled', '=', 0)
        .where(isFree(now, node))
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(goalFromRow);
    },
    claim: (ids, now, claim) => claimRows(db, GOALS, ids, now, claim),
    async done(ids) {
      if (ids.length === 0) return;
      await db
        .updateTable('chat_goals')
        .set({ journaled: 1, ...NOBODYS })
        .where('id', 'in', ids)
        .execute();
    },
  };
}

export function happeningOutbox(db: Kysely<RecordsSchema>): OutboxStore<StoredHappening, number> {
  return {
    async due(now, limit, node) {
      const rows = await db
        .selectFrom('chat_happenings')
        .selectAll()
        .where(isFree(now, node))
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map(happeningFromRow);
    },
    claim: (numbers, now, claim) => claimRows(db, HAPPENINGS, numbers, now, claim),
    async done(numbers) {
      if (numbers.length === 0) return;
      await db.deleteFrom('chat_happenings').where('number', 'in', numbers).execute();
    },
  };
}
