/** Alerts and what they told of, in the records store. What is told is written with why, in one transaction. */
import { AlertInput, MAX_ALERTS } from '@goalpost/contract/notices';
import type { Kysely, Selectable } from 'kysely';
import type { AlertRecord, AlertStore, KeptHappening } from '../../../alerts/index.ts';
import { NOBODYS } from '../outbox.ts';
import { removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';
import { addNotices } from './notice-store.ts';
import type { AlertHappeningsTable, AlertsTable } from './schema.ts';
import { createTimedStore, type Timed } from './timed-store.ts';

const ALERTS: Owned = { table: 'alerts', owner: 'counter_id' };
/** Of one alert. */
const MOST_HAPPENINGS = 20;

const fromRow = (row: Selectable<AlertsTable>): AlertRecord => ({
  id: row.id,
  counterId: row.counter_id,
  settings: AlertInput.parse(JSON.parse(row.settings)),
  createdAt: row.created_at,
  nextAt: row.next_at,
  lookedAt: row.looked_at,
});

const columns = ({ id, counterId, settings, createdAt, nextAt, lookedAt }: AlertRecord) => ({
  id,
  counter_id: counterId,
  settings: JSON.stringify(settings),
  enabled: settings.enabled ? 1 : 0,
  created_at: createdAt,
  next_at: nextAt,
  looked_at: lookedAt,
});

const TIMED: Timed<'alerts', AlertRecord> = { table: 'alerts', most: MAX_ALERTS, fromRow, columns };

const happeningOf = (row: Selectable<AlertHappeningsTable>): KeptHappening => ({
  id: row.id,
  alertId: row.alert_id,
  goalId: row.goal_id,
  begin: row.begin_at,
  found: row.found_at,
  over: row.over_at,
  settled: row.settled === 1,
  observed: row.observed,
  expected: row.expected,
});

export function createAlertStore(db: Kysely<RecordsSchema>): AlertStore {
  return {
    ...createTimedStore(db, TIMED),

    remove: (counterId, id) =>
      db.transaction().execute(async (trx) => {
        const removed = await removeOwned(trx, ALERTS, counterId, id);
        if (removed) await trx.deleteFrom('alert_happenings').where('alert_id', '=', id).execute();
        return removed;
      }),

    async happenings(alertIds) {
      if (alertIds.length === 0) return [];
      const rows = await db
        .selectFrom('alert_happenings')
        .selectAll()
        .where('alert_id', 'in', [...alertIds])
        .orderBy('found_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(happeningOf);
    },

    looked: (alert, { began, ended, notices, now, nextAt, lookedAt }) =>
      db.transaction().execute(async (trx) => {
        for (const one of began)
          await trx
            .insertInto('alert_happenings')
            .values({
              id: one.id,
              alert_id: one.alertId,
              counter_id: alert.counterId,
              goal_id: one.goalId,
              begin_at: one.begin,
              found_at: one.found,
              over_at: one.over,
              settled: one.settled ? 1 : 0,
              observed: one.observed,
              expected: one.expected,
            })
            .execute();
        for (const one of ended)
          await trx
            .updateTable('alert_happenings')
            .set({ over_at: one.over, settled: one.settled ? 1 : 0 })
            .where('id', '=', one.id)
            .execute();
        await addNotices(trx, notices, now);
        await trx
          .updateTable('alerts')
          .set({ next_at: nextAt, looked_at: lookedAt, ...NOBODYS })
          .where('id', '=', alert.id)
          .execute();
        if (began.length > 0) await forgetOldest(trx, alert.id);
      }),
  };
}

async function forgetOldest(db: Kysely<RecordsSchema>, alertId: string): Promise<void> {
  const kept = db
    .selectFrom('alert_happenings')
    .select('id')
    .where('alert_id', '=', alertId)
    .orderBy('found_at', 'desc')
    .orderBy('id')
    .limit(MOST_HAPPENINGS);
  await db
    .deleteFrom('alert_happenings')
    .where('alert_id', '=', alertId)
    .where('over_at', 'is not', null)
    .where('id', 'not in', kept)
    .execute();
}
