/** Uploads of conversions, calls and chats, in the records store. */
import type { Selectable } from 'kysely';
import type { Clock } from '../../../kit/clock.ts';
import type { Upload, UploadStore } from '../../../transfer/index.ts';
import type { Records } from '../open.ts';
import type { UploadsTable } from './schema.ts';
import { createUploadTable } from './upload-table.ts';

const fromRow = (row: Selectable<UploadsTable>): Upload => ({
  id: row.id,
  counterId: row.counter_id,
  type: row.type,
  digest: row.digest,
  idType: row.id_type,
  comment: row.comment,
  lines: row.line_count,
  rows: row.row_count,
  outcome: row.is_done === 1 ? (JSON.parse(row.outcome) as Upload['outcome']) : null,
  createdAt: Number(row.created_at),
});

export function createUploadStore(records: Pick<Records, 'db' | 'dialect'>, clock: Clock): UploadStore {
  const table = createUploadTable<Selectable<UploadsTable>>(records, {
    name: 'uploads',
    lock: 51,
    kind: 'type',
  });
  return {
    async add(counterId, upload, limits) {
      const values = {
        type: upload.type,
        digest: upload.digest,
        id_type: upload.idType,
        comment: upload.comment,
        line_count: upload.lines,
        row_count: upload.rows,
        outcome: '',
        created_at: clock.now(),
      };
      const added = await table.add(counterId, values, limits);
      return typeof added === 'string' ? added : fromRow(added);
    },
    async done(id, outcome) {
      const { db } = records;
      const counter = db.selectFrom('uploads').select('counter_id').where('id', '=', id);
      await db.updateTable('counters').set({ has_uploads: 1 }).where('id', 'in', counter).execute();
      return await table.done(id, { outcome: JSON.stringify(outcome) });
    },
    leaving: table.leaving,
    async list(counterId, { type, offset, limit }) {
      const { rows, total } = await table.list(counterId, offset, limit, type);
      return { uploads: rows.map(fromRow), total };
    },
    async get(counterId, id) {
      const row = await table.get(counterId, id);
      return row === null ? null : fromRow(row);
    },
    remove: table.remove,
  };
}
