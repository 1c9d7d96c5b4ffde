/** Saved segments, in the records store. */
import { MAX_SEGMENTS } from '@goalpost/contract/management';
import type { Kysely, Selectable } from 'kysely';
import type { Clock } from '../../../kit/clock.ts';
import type { SavedSegment, SegmentStore } from '../../../query/index.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema, SegmentsTable } from '../schema.ts';

const SEGMENTS: Owned = { table: 'segments', owner: 'counter_id' };
const fromRow = (row: Selectable<SegmentsTable>): SavedSegment => ({
  id: row.id,
  counterId: row.counter_id,
  name: row.name,
  expression: row.expression,
  privateOf: row.private_of,
  createdAt: row.created_at,
});

export function createSegmentStore(db: Kysely<RecordsSchema>, clock: Clock): SegmentStore {
  return {
    async list(counterId) {
      const rows = await db
        .selectFrom('segments')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async find(ids) {
      if (ids.length === 0) return [];
      const rows = await db.selectFrom('segments').selectAll().where('id', 'in', ids).execute();
      return rows.map(fromRow);
    },

    create: (counterId, { name, expression, privateOf }) =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, SEGMENTS, counterId, MAX_SEGMENTS)) return 'limit_exceeded' as const;
        const row = await trx
          .insertInto('segments')
          .values({ counter_id: counterId, name, expression, private_of: privateOf, created_at: clock.now() })
          .returningAll()
          .executeTakeFirstOrThrow();
        return fromRow(row);
      }),

    async replace(counterId, id, { name, expression, privateOf }) {
      const row = await db
        .updateTable('segments')
        .set({ name, expression, private_of: privateOf })
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? 'not_found' : fromRow(row);
    },

    remove: (counterId, id) => removeOwned(db, SEGMENTS, counterId, id),
  };
}
