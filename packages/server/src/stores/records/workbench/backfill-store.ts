/** Backfills of goals that were asked for, in the records store. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { GoalDefinition } from '../../../goals/index.ts';
import type { BackfillStore, StoredBackfill } from '../../../workbench/backfill/port.ts';
import { claimRows, isFree, NOBODYS } from '../outbox.ts';
import type { BackfillsTable, RecordsSchema } from '../schema.ts';

const MOST_REASON = 500;
const waits = sql<boolean>`(finished_at IS NULL OR removing = 1)`;

function fromRow(row: Selectable<BackfillsTable>): StoredBackfill {
  return {
    id: row.id,
    counterId: Number(row.counter_id),
    goalId: Number(row.goal_id),
    goal: JSON.parse(row.goal) as GoalDefinition,
    from: Number(row.from_at),
    to: Number(row.to_at),
    parts: row.parts,
    done: row.done_parts,
    reaches: Number(row.reaches),
    removing: row.removing === 1,
    askedBy: row.asked_by,
    createdAt: Number(row.created_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
    waitsFor: row.waits_for,
  };
}

export function createBackfillStore(db: Kysely<RecordsSchema>): BackfillStore {
  const changed = (rows: { numUpdatedRows: bigint }): boolean => rows.numUpdatedRows > 0n;
  const going = (id: string) => db.updateTable('backfills').where('id', '=', id).where('removing', '=', 0);
  return {
    async add(backfill) {
      const made = await db
        .insertInto('backfills')
        .values({
          id: backfill.id,
          counter_id: backfill.counterId,
          goal_id: backfill.goalId,
          goal: JSON.stringify(backfill.goal),
          from_at: backfill.from,
          to_at: backfill.to,
          parts: backfill.parts,
          done_parts: backfill.done,
          reaches: backfill.reaches,
          removing: backfill.removing ? 1 : 0,
          asked_by: backfill.askedBy,
          created_at: backfill.createdAt,
          finished_at: backfill.finishedAt,
          waits_for: backfill.waitsFor,
        })
        .onConflict((conflict) => conflict.columns(['counter_id', 'goal_id']).doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async get(counterId, goalId) {
      const row = await db
        .selectFrom('backfills')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('goal_id', '=', goalId)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async list(counterId) {
      const rows = await db
        .selectFrom('backfills')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('goal_id')
        .execute();
      return rows.map(fromRow);
    },

    async madeAt(counterId) {
      const rows = await db
        .selectFrom('goals')
        .select(['id', 'created_at'])
        .where('counter_id', '=', counterId)
        .execute();
      return new Map(rows.map(({ id, created_at: at }) => [Number(id), Number(at)]));
    },

    async due(now, limit, node) {
      const rows = await db
        .selectFrom('backfills')
        .selectAll()
        .where(waits)
        .where(isFree(now, node))
        .orderBy('removing', 'desc')
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    claim: (ids, now, claim) => claimRows(db, { table: 'backfills', key: 'id', waits }, ids, now, claim),

    split: async (id, parts) => changed(await going(id).set({ parts }).executeTakeFirst()),

    advance: async (id, done, reaches) =>
      changed(
        await going(id)
          .where('done_parts', '=', done)
          .set((column) => ({
            done_parts: done + 1,
            reaches: column('reaches', '+', reaches),
            waits_for: '',
          }))
          .executeTakeFirst(),
      ),

    async finish(id, at) {
      await going(id)
        .set({ finished_at: at, waits_for: '', ...NOBODYS })
        .execute();
    },

    async postpone(id, why) {
      await db
        .updateTable('backfills')
        .set({ waits_for: why.slice(0, MOST_REASON), ...NOBODYS })
        .where('id', '=', id)
        .execute();
    },

    async markRemoving(counterId, goalId) {
      const marked = await db
        .updateTable('backfills')
        .set({ removing: 1, ...NOBODYS })
        .where('counter_id', '=', counterId)
        .where('goal_id', '=', goalId)
        .executeTakeFirst();
      return changed(marked);
    },

    async remove(id) {
      await db.deleteFrom('backfills').where('id', '=', id).execute();
    },
  };
}
