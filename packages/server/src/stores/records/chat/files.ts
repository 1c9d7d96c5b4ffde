/** What is known of the chat's files, in the records store; their bytes are elsewhere. */
import type { Kysely } from 'kysely';
import type { FileIndex } from '../../../chat/port.ts';
import { fileFromRow } from './rows.ts';
import type { RecordsSchema } from '../schema.ts';

export function createFileIndex(db: Kysely<RecordsSchema>): FileIndex {
  return {
    async add(file) {
      await db
        .insertInto('chat_files')
        .values({
          id: file.id,
          counter_id: file.counterId,
          person_id: file.personId,
          name: file.name,
          type: file.type,
          bytes: file.bytes,
          created_at: file.createdAt,
        })
        .execute();
    },

    async get(id) {
      const row = await db.selectFrom('chat_files').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fileFromRow(row) : null;
    },

    async hold(counterId, ids) {
      if (ids.length === 0) return;
      await db
        .updateTable('chat_files')
        .set({ used: 1 })
        .where('counter_id', '=', counterId)
        .where('id', 'in', [...ids])
        .execute();
    },

    async unused(before, limit) {
      const rows = await db
        .selectFrom('chat_files')
        .selectAll()
        .where('used', '=', 0)
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(fileFromRow);
    },

    async removeUnused(id) {
      const { numDeletedRows } = await db
        .deleteFrom('chat_files')
        .where('id', '=', id)
        .where('used', '=', 0)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
