/** The statement of the visit log: visits that a question chooses, newest first, behind a cursor. */
import { VISIT_FIELDS, type VisitCursor } from '../../visitors/index.ts';
import { createBinder } from '../compile/binder.ts';
import { createCompilation } from '../compile/scope.ts';
import { selectionSql } from '../compile/selection.ts';
import type { Compiled } from '../compile/table.ts';
import type { Plan } from '../plan/plan.ts';

export function compileVisits(plan: Plan, after: VisitCursor | null, limit: number): Compiled {
  const binder = createBinder();
  const { bind } = binder;
  // No metric is spread over days here.
  const compilation = createCompilation(plan, binder, () => '1');
  const conditions =
    after === null
      ? []
      : [
          `(toUnixTimestamp(started_at), visit_id) < (${bind('UInt32', after.startedAt)}, ${bind('UInt64', after.visitId)})`,
        ];
  const sql = `SELECT ${VISIT_FIELDS}
FROM (
${selectionSql(compilation, { conditions })}
)
ORDER BY started_at DESC, visit_id DESC
LIMIT ${bind('UInt32', limit)}
SETTINGS do_not_merge_across_partitions_select_final = 1`;
  return { sql, params: binder.params };
}
