/** Rows of uploaded costs, in the table `costs`: of one day and marks the highest upload counts [M96]. */
import type { CostRows } from '../../counters/index.ts';
import type { Olap } from '../../kit/olap.ts';

export function createCostRows(olap: Pick<Olap, 'insert' | 'command'>): CostRows {
  return {
    async put(counterId, uploadId, rows) {
      const lines = rows.map(
        (row) => `${JSON.stringify({ counter_id: counterId, upload_id: uploadId, ...row })}\n`,
      );
      await olap.insert('costs', lines.join(''), `costs-${counterId}-${uploadId}`);
    },

    remove: (counterId, uploadId) =>
      olap.command(
        `ALTER TABLE costs DELETE WHERE counter_id = ${Number(counterId)} AND upload_id = ${Number(uploadId)}
SETTINGS mutations_sync = 2`,
      ),
  };
}
