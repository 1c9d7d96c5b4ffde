/** Shared links, in the records store. */
import { MAX_SHARES, ShareInput, SharePath, SharePeriod, ShareSides } from '@goalpost/contract/management';
import type { Kysely, Selectable } from 'kysely';
import type { ShareRecord, ShareStore } from '../../../sharing/index.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema, SharesTable } from '../schema.ts';

const SHARES: Owned = { table: 'shares', owner: 'counter_id' };
const fromRow = (row: Selectable<SharesTable>): ShareRecord => ({
  id: row.id,
  counterId: row.counter_id,
  report: row.report,
  name: row.name,
  filters: row.filters,
  period: row.period === '' ? null : SharePeriod.parse(JSON.parse(row.period)),
  attribution: ShareInput.shape.attribution.parse(row.attribution),
  metrics: row.metrics === '' ? [] : ShareInput.shape.metrics.parse(JSON.parse(row.metrics)),
  sort: row.sort,
  levels: row.levels === '' ? [] : ShareInput.shape.levels.parse(JSON.parse(row.levels)),
  path: row.path === '' ? null : SharePath.parse(JSON.parse(row.path)),
  sides: row.sides === '' ? null : ShareSides.parse(JSON.parse(row.sides)),
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
        if (await isFull(trx, SHARES, share.counterId, MAX_SHARES)) return false;
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
            attribution: share.attribution,
            metrics: share.metrics.length === 0 ? '' : JSON.stringify(share.metrics),
            sort: share.sort,
            levels: share.levels.length === 0 ? '' : JSON.stringify(share.levels),
            sides: share.sides === null ? '' : JSON.stringify(share.sides),
            path: share.path === null ? '' : JSON.stringify(share.path),
            password_hash: share.passwordHash,
            created_by: share.createdBy,
            created_at: share.createdAt,
          })
          .execute();
        return true;
      }),

    remove: (counterId, id) => removeOwned(db, SHARES, counterId, id),
  };
}
