/** The rows that a report is about, each with its dimensions as columns `d0`, `d1`, … */
import type { List } from '../lists/list.ts';
import { conditionsOf, fromSql } from './rows.ts';
import { dimensionSql, listOf, valueDimensions, type Compilation } from './scope.ts';
import { whereSql } from './where.ts';

export interface SelectionExtras {
  /** More columns, each with its alias. */
  readonly columns?: readonly string[];
  readonly conditions?: readonly string[];
}

export function selectionSql(compilation: Compilation, extras: SelectionExtras = {}): string {
  const { plan } = compilation;
  const columns = valueDimensions(plan).map(
    ({ dimension, index }) => `${dimensionSql(compilation, dimension)} AS d${index}`,
  );
  const rows = listOf(plan);
  if (rows !== null) columns.push(`${shownSql(compilation, rows.list)} AS ${rows.list.shown}`);
  const conditions = [
    ...conditionsOf(compilation),
    ...(plan.where === null ? [] : [whereSql(compilation, plan.where)]),
    ...(mustHaveValue(compilation) ? ['d0 IS NOT NULL'] : []),
    ...(extras.conditions ?? []),
  ];
  return `SELECT ${['*', ...columns, ...(extras.columns ?? [])].join(',\n  ')}
FROM ${fromSql(compilation)}
WHERE ${conditions.join('\n  AND ')}`;
}

/** Each item once. */
function shownSql({ plan, binder }: Compilation, list: List): string {
  const visible = list.visible(plan);
  return visible === null
    ? `arrayDistinct(${list.column})`
    : `arrayIntersect(${list.column}, ${binder.bind(list.form.array, visible)})`;
}

/** [M8]: the first dimension decides whether a row stands in the report at all. */
function mustHaveValue({ plan }: Compilation): boolean {
  const kind = plan.dimensions[0]?.definition.kind;
  return !plan.includeUndefined && (kind === 'text' || kind === 'number');
}
