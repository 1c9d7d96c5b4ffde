/** How long counters keep what, and the removals by it, in the records store. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { RetentionPeriods } from '@goalpost/contract/management';
import { NO_PERIODS, type Loss, type RetentionStore, type StoredRun } from '../../../privacy/index.ts';
import { claimRows, isFree, NOBODYS } from '../outbox.ts';
import type { RecordsSchema } from '../schema.ts';
import type { RetentionRunsTable } from './schema.ts';

const MOST_LISTED = 50;
const waits = sql<boolean>`finished_at IS NULL`;

const fromRow = (row: Selectable<RetentionRunsTable>): StoredRun => ({
  id: row.id,
  counterId: row.counter_id,
  task: row.task,
  losses: JSON.parse(row.losses) as Loss[],
  askedBy: row.asked_by,
  createdAt: Number(row.created_at),
  finishedAt: row.finished_at === null ? null : Number(row.finished_at),
  waitsFor: row.waits_for,
});

/** As it is kept. */
interface Kept extends RetentionPeriods {
  /** Sums were wanted once; absent: it was saved before that was noted. */
  readonly summed?: boolean;
}

const keptOf = (text: string): Partial<Kept> => JSON.parse(text) as Partial<Kept>;

function periodsOf(text: string): RetentionPeriods {
  const { summed: _summed, ...periods } = keptOf(text);
  return { ...NO_PERIODS, ...periods };
}

const wasSummed = (text: string): boolean => keptOf(text).summed ?? true;

export function createRetentionStore(db: Kysely<RecordsSchema>, now: () => number): RetentionStore {
  /** Those that are deleted, and no longer those that were restored. */
  async function notice(): Promise<void> {
    const deleted = db.selectFrom('counters').select('id').where('status', '=', 'Deleted');
    await db.deleteFrom('counter_deletions').where('counter_id', 'not in', deleted).execute();
    const known = db.selectFrom('counter_deletions').select('counter_id');
    for (const { id } of await deleted.where('id', 'not in', known).execute())
      await db
        .insertInto('counter_deletions')
        .values({ counter_id: id, noticed_at: now() })
        .onConflict((conflict) => conflict.column('counter_id').doNothing())
        .execute();
  }

  return {
    async periods(counterId) {
      const row = await db
        .selectFrom('retention')
        .select('periods')
        .where('counter_id', '=', counterId)
        .executeTakeFirst();
      return row === undefined ? NO_PERIODS : periodsOf(row.periods);
    },

    async save(counterId, given) {
      const of = (before: string | undefined): string => {
        const summed = given.sums || (before !== undefined && wasSummed(before));
        return JSON.stringify({ ...given, summed } satisfies Kept);
      };
      await db.transaction().execute(async (trx) => {
        // A row of before is held until the end: of two that save at once, the later one sees the other.
        await trx
          .insertInto('retention')
          .values({ counter_id: counterId, periods: of(undefined) })
          .onConflict((conflict) =>
            conflict.column('counter_id').doUpdateSet({ periods: sql`retention.periods` }),
          )
          .execute();
        const { periods: before } = await trx
          .selectFrom('retention')
          .select('periods')
          .where('counter_id', '=', counterId)
          .executeTakeFirstOrThrow();
        await trx
          .updateTable('retention')
          .set({ periods: of(before) })
          .where('counter_id', '=', counterId)
          .execute();
      });
    },

    async mayHaveSums(counterId) {
      const row = await db
        .selectFrom('retention')
        .select('periods')
        .where('counter_id', '=', counterId)
        .executeTakeFirst();
      return row !== undefined && wasSummed(row.periods);
    },

    async all() {
      const rows = await db.selectFrom('retention').selectAll().orderBy('counter_id').execute();
      return rows.map((row) => ({ counterId: row.counter_id, periods: periodsOf(row.periods) }));
    },

    async purgeable(deletedBefore) {
      await notice();
      const rows = await db
        .selectFrom('counter_deletions')
        .select('counter_id')
        .where('noticed_at', '<', deletedBefore)
        .execute();
      return rows.map((row) => row.counter_id);
    },

    async beginPurge(counterId) {
      return db.transaction().execute(async (trx) => {
        const counter = await trx
          .selectFrom('counters')
          .select(['status', 'revision'])
          .where('id', '=', counterId)
          .executeTakeFirst();
        if (counter !== undefined && counter.status !== 'Deleted') return false;
        await trx
          .insertInto('retired_counters')
          .values({ id: counterId, revision: counter?.revision ?? 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        // Restoring finds nothing from here on.
        await trx.deleteFrom('grants').where('counter_id', '=', counterId).execute();
        await trx.deleteFrom('counters').where('id', '=', counterId).execute();
        return true;
      });
    },

    has: async (id) =>
      (await db.selectFrom('retention_runs').select('id').where('id', '=', id).executeTakeFirst()) !==
      undefined,

    async add(run) {
      await db
        .insertInto('retention_runs')
        .values({
          id: run.id,
          counter_id: run.counterId,
          task: run.task,
          losses: JSON.stringify(run.losses),
          asked_by: run.askedBy,
          created_at: run.createdAt,
          finished_at: run.finishedAt,
          waits_for: run.waitsFor,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async list(counterId) {
      const rows = await db
        .selectFrom('retention_runs')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(fromRow);
    },

    async due(moment, limit, node) {
      const rows = await db
        .selectFrom('retention_runs')
        .selectAll()
        .where(waits)
        .where(isFree(moment, node))
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    claim: (ids, moment, claim) =>
      claimRows(db, { table: 'retention_runs', key: 'id', waits }, ids, moment, claim),

    async postpone(id, why) {
      await db
        .updateTable('retention_runs')
        .set({ waits_for: why.slice(0, 500), ...NOBODYS })
        .where('id', '=', id)
        .execute();
    },

    async finish(id, at) {
      await db
        .updateTable('retention_runs')
        .set({ finished_at: at, waits_for: '', ...NOBODYS })
        .where('id', '=', id)
        .execute();
    },
  };
}
