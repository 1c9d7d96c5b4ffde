/** Uploads of costs, in the records store. */
import type { Selectable } from 'kysely';
import type { CostUpload, CostUploadStore } from '../../../counters/index.ts';
import type { Clock } from '../../../kit/clock.ts';
import type { Records } from '../open.ts';
import { createUploadTable } from '../uploads/upload-table.ts';
import type { CostUploadsTable } from './schema.ts';

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
  records: Pick<Records, 'db' | 'dialect'>,
  clock: Clock,
): CostUploadStore {
  const table = createUploadTable<Selectable<CostUploadsTable>>(records, { name: 'cost_uploads', lock: 50 });
  return {
    async add(counterId, upload, limits) {
      const values = {
        digest: upload.digest,
        provider: upload.provider,
        comment: upload.comment,
        line_count: upload.lines,
        row_count: upload.rows,
        first_day: upload.firstDay,
        last_day: upload.lastDay,
        clicks: upload.clicks,
        expenses: JSON.stringify(upload.expenses),
        created_at: clock.now(),
      };
      const added = await table.add(counterId, values, limits);
      return typeof added === 'string' ? added : fromRow(added);
    },
    done: (id) => table.done(id),
    leaving: table.leaving,
    async list(counterId, offset, limit) {
      const { rows, total } = await table.list(counterId, offset, limit);
      return { uploads: rows.map(fromRow), total };
    },
    async get(counterId, id) {
      const row = await table.get(counterId, id);
      return row === null ? null : fromRow(row);
    },
    remove: table.remove,
  };
}
