/** Shared links, in the records store. */
import { MAX_SHARES, SharePeriod } from '@goalpost/contract/management';
import type { Kysely, Selectable } from 'kysely';
import type { ShareRecord, ShareStore } from '../../../sharing/index.ts';
import type { RecordsSchema, SharesTable } from '../schema.ts';

const fromRow = (row: Selectable<SharesTable>): ShareRecord => ({
  id: row.id,
  counterId: row.counter_id,
  report: row.report,
  name: row.name,
  filters: row.filters,
  period: row.period === '' ? null : SharePeriod.parse(JSON.parse(row.period)),
  passwordHash: row.password_hash,
  createdBy: row.created_by,
  createdAt: row.created_at,
});

export function createShareStore(db: Kysely<RecordsSchema>): ShareStore {
  return {
    async list(counterId) {
      const rows = await db
        .selectFrom('shares')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async byHash(hash) {
      const row = await db.selectFrom('shares').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    add: (share, hash) =>
      db.transaction().execute(async (trx) => {
        const { count } = await trx
          .selectFrom('shares')
          .select((column) => column.fn.countAll<number>().as('count'))
          .where('counter_id', '=', share.counterId)
          .executeTakeFirstOrThrow();
        if (Number(count) >= MAX_SHARES) return false;
        await trx
          .insertInto('shares')
          .values({
            id: share.id,
            hash,
            counter_id: share.counterId,
            report: share.report,
            name: share.name,
            filters: share.filters,
            period: share.period === null ? '' : JSON.stringify(share.period),
            password_hash: share.passwordHash,
            created_by: share.createdBy,
            created_at: share.createdAt,
          })
          .execute();
        return true;
      }),

    async remove(counterId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('shares')
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
