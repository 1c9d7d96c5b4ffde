/** Saved paths, in the records store. */
import { MAX_PATHS, PathAddress, PATH_KINDS } from '@goalpost/contract/management';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { PathRecord, PathStore } from '../../../boards/index.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema, SavedPathsTable } from '../schema.ts';

const PATHS: Owned = { table: 'saved_paths', owner: 'counter_id' };
const Kind = z.enum(PATH_KINDS);

const fromRow = (row: Selectable<SavedPathsTable>): PathRecord => ({
  id: row.id,
  counterId: row.counter_id,
  ownerId: row.owner_id,
  kind: Kind.parse(row.kind),
  name: row.name,
  shared: row.shared === 1,
  address: PathAddress.parse(JSON.parse(row.address)),
  createdAt: Number(row.created_at),
});

export function createPathStore(db: Kysely<RecordsSchema>): PathStore {
  return {
    async visibleTo(counterId, accountId) {
      const rows = await db
        .selectFrom('saved_paths')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where((where) => where.or([where('owner_id', '=', accountId), where('shared', '=', 1)]))
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async get(counterId, id) {
      const row = await db
        .selectFrom('saved_paths')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    add: (path) =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, PATHS, path.counterId, MAX_PATHS)) return false;
        await trx
          .insertInto('saved_paths')
          .values({
            id: path.id,
            counter_id: path.counterId,
            owner_id: path.ownerId,
            kind: path.kind,
            name: path.name,
            shared: path.shared ? 1 : 0,
            address: JSON.stringify(path.address),
            created_at: path.createdAt,
          })
          .execute();
        return true;
      }),

    async replace(counterId, id, { kind, name, shared, address }) {
      const { numUpdatedRows } = await db
        .updateTable('saved_paths')
        .set({ kind, name, shared: shared ? 1 : 0, address: JSON.stringify(address) })
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    remove: (counterId, id) => removeOwned(db, PATHS, counterId, id),
  };
}
