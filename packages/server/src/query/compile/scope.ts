/** What metrics and dimensions see of a plan while they write their SQL. Values are bound when first asked for. */
import type { DimensionScope, ItemDimension, ValueDimension } from '../dimension.ts';
import type { List } from '../lists/list.ts';
import type { Metric, MetricScope } from '../metric.ts';
import type { NameArguments } from '../dimension.ts';
import type { Resolved } from '../parse/names.ts';
import type { Plan } from '../plan/plan.ts';
import type { Scope } from '../scopes/scope.ts';
import type { Binder } from './binder.ts';

/** Days before and after the period that are read, too; null: every day there is. */
export type Margin = { readonly before: number; readonly after: number } | null;

export const PERIOD_ALONE: Margin = { before: 0, after: 0 };

/** What a plan is compiled with. */
export interface Compilation {
  readonly plan: Plan;
  readonly binder: Binder;
  /** Placeholder, or expression over the column `t`, of the days that a metric is spread over. */
  readonly days: () => string;
  /** The table whose rows expressions are about. */
  readonly scope: Scope;
  /** Which days of it are read. */
  readonly margin: Margin;
  /** Columns that only visits have and expressions over other rows have asked for. */
  readonly joined: Set<string>;
}

export function createCompilation(plan: Plan, binder: Binder, days: () => string): Compilation {
  return { plan, binder, days, scope: plan.scope, margin: PERIOD_ALONE, joined: new Set() };
}

export function dimensionScope(
  { plan, binder, scope, joined }: Compilation,
  args: NameArguments,
): DimensionScope {
  return {
    args,
    binder,
    zone: binder.bind('String', plan.zone.store),
    time: scope.time,
    visit(column) {
      if (!scope.holdsVisits) joined.add(column);
      return column;
    },
  };
}

/** The list whose items are rows, and which of the dimensions shows them. */
export function listOf({ dimensions }: Plan): { readonly list: List; readonly index: number } | null {
  const index = dimensions.findIndex(isItem);
  const found = dimensions[index];
  return found !== undefined && isItem(found) ? { list: found.definition.list, index } : null;
}

/** Undefined where no item of the list is opened; null where what is opened is none. */
export function openedItem(plan: Plan): number | string | null | undefined {
  const rows = listOf(plan);
  if (rows === null || rows.index >= plan.opened.length) return undefined;
  return rows.list.form.read(plan.opened[rows.index] ?? '');
}

/** Dimensions with one value a row, each with its place among all. */
export function valueDimensions({
  dimensions,
}: Plan): { readonly dimension: Resolved<ValueDimension>; readonly index: number }[] {
  return dimensions.flatMap((dimension, index) => (isValue(dimension) ? [{ dimension, index }] : []));
}

type Dimensioned = Plan['dimensions'][number];

const isItem = (one: Dimensioned): one is Resolved<ItemDimension> => one.definition.kind === 'item';
const isValue = (one: Dimensioned): one is Resolved<ValueDimension> => one.definition.kind !== 'item';

export function metricScope({ plan, binder, days }: Compilation, { args }: Resolved<Metric>): MetricScope {
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
    days,
    rowItem: (list) => (rows?.list === list ? itemOf(list) : null),
  };
}

/** Whether the metric is a share of all rows of the selection, rows of the result being items of its list. */
export function isShare(plan: Plan, { definition }: Resolved<Metric>): boolean {
  return definition.shareBy !== undefined && definition.shareBy === listOf(plan)?.list;
}

/** A metric's value as Float64, null where it does not exist. */
export function metricSql(compilation: Compilation, metric: Resolved<Metric>): string {
  const { definition } = metric;
  if (isShare(compilation.plan, metric)) return 'toFloat64(count())';
  return `toFloat64(${definition.sql(metricScope(compilation, metric))})`;
}

/** A dimension's value, null where it has none [M8]. */
export function dimensionSql(
  compilation: Compilation,
  { definition, args }: Resolved<ValueDimension>,
): string {
  const sql = definition.sql(dimensionScope(compilation, args));
  switch (definition.kind) {
    case 'text':
      return `nullIf(${sql}, '')`;
    case 'flag':
      return `if(${sql}, 'yes', 'no')`;
    case 'number':
    case 'date':
      return sql;
  }
}
