/** Scheduled reports, in the records store. */
import { MAX_SCHEDULES, ScheduleInput } from '@goalpost/contract/notices';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { ScheduleRecord, ScheduleStore } from '../../../schedules/index.ts';
import { claimRows, isFree, NOBODYS } from '../outbox.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';
import { addNotices } from './notice-store.ts';
import type { SchedulesTable } from './schema.ts';

const SCHEDULES: Owned = { table: 'schedules', owner: 'counter_id' };
const waits = sql<boolean>`enabled = 1`;

const fromRow = (row: Selectable<SchedulesTable>): ScheduleRecord => ({
  id: row.id,
  counterId: row.counter_id,
  settings: ScheduleInput.parse(JSON.parse(row.settings)),
  createdAt: row.created_at,
  nextAt: row.next_at,
  sentKey: row.sent_key,
  lastAt: row.last_at,
  lastFault: row.last_fault,
});

const columns = (schedule: ScheduleRecord) => ({
  id: schedule.id,
  counter_id: schedule.counterId,
  settings: JSON.stringify(schedule.settings),
  enabled: schedule.settings.enabled ? 1 : 0,
  created_at: schedule.createdAt,
  next_at: schedule.nextAt,
  sent_key: schedule.sentKey,
  last_at: schedule.lastAt,
  last_fault: schedule.lastFault,
});

export function createScheduleStore(db: Kysely<RecordsSchema>): ScheduleStore {
  return {
    async list(counterId) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    add: (schedule) =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, SCHEDULES, schedule.counterId, MAX_SCHEDULES)) return false;
        await trx.insertInto('schedules').values(columns(schedule)).execute();
        return true;
      }),

    async replace(schedule) {
      const { numUpdatedRows } = await db
        .updateTable('schedules')
        .set(columns(schedule))
        .where('counter_id', '=', schedule.counterId)
        .where('id', '=', schedule.id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    remove: (counterId, id) => removeOwned(db, SCHEDULES, counterId, id),

    async due(now, limit, node) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where(waits)
        .where('next_at', '<=', now)
        .where(isFree(now, node))
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    claim: (ids, now, claim) => claimRows(db, { table: 'schedules', key: 'id', waits }, ids, now, claim),

    done: (schedule, { nextAt, sentKey, lastAt, lastFault }, notices, now) =>
      db.transaction().execute(async (trx) => {
        await addNotices(trx, notices, now);
        await trx
          .updateTable('schedules')
          .set({
            next_at: nextAt,
            sent_key: sentKey,
            last_at: lastAt,
            last_fault: lastFault.slice(0, 500),
            ...NOBODYS,
          })
          .where('id', '=', schedule.id)
          .execute();
      }),
  };
}
