/** Boards, in the records store. */
import { MAX_BOARDS, WidgetQuestion } from '@goalpost/contract/management';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { BoardRecord, BoardStore } from '../../../boards/index.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { BoardsTable, RecordsSchema } from '../schema.ts';

const BOARDS: Owned = { table: 'boards', owner: 'owner_id' };
const Widgets = z.array(z.object({ id: z.string(), question: WidgetQuestion }));

const fromRow = (row: Selectable<BoardsTable>): BoardRecord => ({
  id: row.id,
  ownerId: row.owner_id,
  name: row.name,
  shared: row.shared === 1,
  widgets: Widgets.parse(JSON.parse(row.widgets)),
  createdAt: Number(row.created_at),
});

export function createBoardStore(db: Kysely<RecordsSchema>): BoardStore {
  return {
    async visibleTo(accountId) {
      const rows = await db
        .selectFrom('boards')
        .selectAll()
        .where((where) => where.or([where('owner_id', '=', accountId), where('shared', '=', 1)]))
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async get(id) {
      const row = await db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    add: (board) =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, BOARDS, board.ownerId, MAX_BOARDS)) return false;
        await trx
          .insertInto('boards')
          .values({
            id: board.id,
            owner_id: board.ownerId,
            name: board.name,
            shared: board.shared ? 1 : 0,
            widgets: JSON.stringify(board.widgets),
            created_at: board.createdAt,
          })
          .execute();
        return true;
      }),

    async replace(id, ownerId, { name, shared, widgets }) {
      const { numUpdatedRows } = await db
        .updateTable('boards')
        .set({ name, shared: shared ? 1 : 0, widgets: JSON.stringify(widgets) })
        .where('id', '=', id)
        .where('owner_id', '=', ownerId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    remove: (id, ownerId) => removeOwned(db, BOARDS, ownerId, id),
  };
}
