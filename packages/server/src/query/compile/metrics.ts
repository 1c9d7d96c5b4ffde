/** What metrics see of a plan while they write their SQL. */
import type { List } from '../lists/list.ts';
import type { Metric, MetricScope } from '../metric.ts';
import { rateSqlInto } from '../money/rate-sql.ts';
import type { Resolved } from '../parse/names.ts';
import type { Plan } from '../plan/plan.ts';
import { rowRecordsSql } from './records.ts';
import { listOf, openedItem, type Compilation } from './scope.ts';

/** @param totals as SQL: whether the row of the result is the totals */
export function metricScope(
  compilation: Compilation,
  { args, definition }: Resolved<Metric>,
  totals: string,
): MetricScope {
  const { plan, binder, days } = compilation;
  const rows = listOf(plan);
  const opened = openedItem(plan);
  // Totals of an opened item are of that one [M61].
  const itemOf = ({ item, form }: List): string =>
    opened === undefined || opened === null
      ? item
      : `if(${form.isItem(item)}, ${item}, ${form.pack(binder.bind(form.bound, opened))})`;
  return {
    args,
    goal: () => binder.bind('UInt64', args.goalId),
    anyGoals: () => binder.bind('Array(UInt64)', plan.goals),
    favoriteGoals: () => binder.bind('Array(UInt64)', plan.favorites),
    currency: () => binder.bind('String', args.currency ?? plan.currency),
    rate:
      definition.priced === undefined && definition.costed === undefined
        ? null
        : rateSqlInto(args.currency ?? plan.currency, plan, binder),
    days,
    rowItem: (list) => (rows?.list === list ? itemOf(list) : null),
    totals,
    records: (list) => rowRecordsSql(compilation, list),
  };
}

/** Whether the metric is a share of all rows of the selection, rows of the result being items of its list. */
export function isShare(plan: Plan, { definition }: Resolved<Metric>): boolean {
  return definition.shareBy !== undefined && definition.shareBy === listOf(plan)?.list;
}

/** A metric's value as Float64, null where it does not exist. */
export function metricSql(compilation: Compilation, metric: Resolved<Metric>, totals: string): string {
  const { definition } = metric;
  if (isShare(compilation.plan, metric)) return 'toFloat64(count())';
  return `toFloat64(${definition.sql(metricScope(compilation, metric, totals))})`;
}
