/** Uploads of costs, in the records store. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { CostUpload, CostUploadStore } from '../../../counters/index.ts';
import type { Clock } from '../../../kit/clock.ts';
import type { Records } from '../open.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';
import type { CostUploadsTable } from './schema.ts';

/** Of locks in PostgreSQL; the other half of their name is the counter. */
const ADDING = 50;

const UPLOADS: Owned = { table: 'cost_uploads', owner: 'counter_id' };

const fromRow = (row: Selectable<CostUploadsTable>): CostUpload => ({
  id: row.id,
  counterId: row.counter_id,
  digest: row.digest,
  provider: row.provider,
  comment: row.comment,
  lines: row.line_count,
  rows: row.row_count,
  firstDay: row.first_day,
  lastDay: row.last_day,
  clicks: Number(row.clicks),
  expenses: JSON.parse(row.expenses) as CostUpload['expenses'],
  isDone: row.is_done === 1,
  createdAt: Number(row.created_at),
});

export function createCostUploadStore(
  { db, dialect }: Pick<Records, 'db' | 'dialect'>,
  clock: Clock,
): CostUploadStore {
  /** Until the transaction ends, others wait; in SQLite one alone may write anyway. */
  const alone = async (trx: Kysely<RecordsSchema>, counterId: number): Promise<void> => {
    if (dialect === 'postgres')
      await sql`SELECT pg_advisory_xact_lock(${ADDING}::int, ${counterId}::int)`.execute(trx);
  };

  const countOf = async (from: Kysely<RecordsSchema>, counterId: number, since = 0): Promise<number> => {
    const { count } = await from
      .selectFrom('cost_uploads')
      .select((column) => column.fn.countAll().as('count'))
      .where('counter_id', '=', counterId)
      .where('created_at', '>', since)
      .executeTakeFirstOrThrow();
    return Number(count);
  };

  return {
    add: (counterId, upload, { most, mostSince, since }) =>
      db.transaction().execute(async (trx) => {
        await alone(trx, counterId);
        const newest = await trx
          .selectFrom('cost_uploads')
          .selectAll()
          .where('counter_id', '=', counterId)
          .orderBy('id', 'desc')
          .executeTakeFirst();
        if (newest?.digest === upload.digest) return fromRow(newest);
        if (await isFull(trx, UPLOADS, counterId, most)) return 'limit_exceeded' as const;
        if ((await countOf(trx, counterId, since)) >= mostSince) return 'too_fast' as const;
        const row = await trx
          .insertInto('cost_uploads')
          .values({
            counter_id: counterId,
            digest: upload.digest,
            provider: upload.provider,
            comment: upload.comment,
            line_count: upload.lines,
            row_count: upload.rows,
            first_day: upload.firstDay,
            last_day: upload.lastDay,
            clicks: upload.clicks,
            expenses: JSON.stringify(upload.expenses),
            is_done: 0,
            created_at: clock.now(),
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return fromRow(row);
      }),

    async done(id) {
      const { numUpdatedRows } = await db
        .updateTable('cost_uploads')
        .set({ is_done: 1 })
        .where('id', '=', id)
        .where('digest', '!=', '')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async leaving(counterId, id) {
      await db
        .updateTable('cost_uploads')
        .set({ is_done: 0, digest: '' })
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .execute();
    },

    async list(counterId, offset, limit) {
      const rows = await db
        .selectFrom('cost_uploads')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return { uploads: rows.map(fromRow), total: await countOf(db, counterId) };
    },

    async get(counterId, id) {
      const row = await db
        .selectFrom('cost_uploads')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async remove(counterId, id) {
      await removeOwned(db, UPLOADS, counterId, id);
    },
  };
}
