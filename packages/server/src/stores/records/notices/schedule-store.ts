/** Scheduled reports, in the records store. */
import { MAX_SCHEDULES, ScheduleInput } from '@goalpost/contract/notices';
import type { Kysely, Selectable } from 'kysely';
import type { ScheduleRecord, ScheduleStore } from '../../../schedules/index.ts';
import { NOBODYS } from '../outbox.ts';
import { removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';
import { addNotices } from './notice-store.ts';
import type { SchedulesTable } from './schema.ts';
import { createTimedStore, type Timed } from './timed-store.ts';

const SCHEDULES: Owned = { table: 'schedules', owner: 'counter_id' };

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

const TIMED: Timed<'schedules', ScheduleRecord> = {
  table: 'schedules',
  most: MAX_SCHEDULES,
  fromRow,
  columns,
};

export function createScheduleStore(db: Kysely<RecordsSchema>): ScheduleStore {
  return {
    ...createTimedStore(db, TIMED),
    remove: (counterId, id) => removeOwned(db, SCHEDULES, counterId, id),

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
