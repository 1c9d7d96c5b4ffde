/** Of the visits that actions happen in: whether the question's filters choose them, and the dimension's value. */
import type { Binder } from '../compile/binder.ts';
import { conditionsOf, fromSql } from '../compile/rows.ts';
import { createCompilation, dimensionSql, valueDimensions } from '../compile/scope.ts';
import { whereSql } from '../compile/where.ts';
import type { Plan } from '../plan/plan.ts';
import { anyHits } from '../scopes/hits.ts';

/** @returns columns `value`, with a mark in front, and `chosen`; null where nothing is asked about visits */
export function visitFactsSql(plan: Plan, binder: Binder): string | null {
  const [found] = valueDimensions(plan);
  if (found === undefined && plan.where === null) return null;
  const compilation = {
    ...createCompilation(plan, binder, () => '1'),
    margin: { before: anyHits.afterVisit, after: 0 },
  };
  const value =
    found === undefined ? `''` : `ifNull(toString(${dimensionSql(compilation, found.dimension)}), '')`;
  const chosen = plan.where === null ? '1' : whereSql(compilation, plan.where);
  return `SELECT counter_id, visit_id, concat('=', ${value}) AS value, ${chosen} AS chosen
FROM ${fromSql(compilation)}
WHERE ${conditionsOf(compilation).join(' AND ')}`;
}
