/** The rows that a report is about, each with its dimensions as columns `d0`, `d1`, … */
import type { List } from '../lists/list.ts';
import type { Plan } from '../plan/plan.ts';
import { keyParts } from './keys.ts';
import { conditionsOf, fromSql } from './rows.ts';
import { dimensionSql, listOf, openedItem, valueDimensions, type Compilation } from './scope.ts';
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
    ...keyParts(compilation, plan.opened),
    ...(mustHaveValue(compilation) ? ['d0 IS NOT NULL'] : []),
    ...(extras.conditions ?? []),
  ];
  return `SELECT ${['*', ...columns, ...(extras.columns ?? [])].join(',\n  ')}
FROM ${fromSql(compilation)}
WHERE ${conditions.join('\n  AND ')}`;
}

/** Each item once; of an opened row that one alone. */
function shownSql({ plan, binder }: Compilation, list: List): string {
  const opened = openedItem(plan);
  if (opened !== undefined) {
    const item = opened === null || !isVisible(plan, list, opened) ? [] : [opened];
    return `arrayIntersect(${list.column}, ${binder.bind(list.form.array, item)})`;
  }
  const visible = list.visible(plan);
  return visible === null
    ? `arrayDistinct(${list.column})`
    : `arrayIntersect(${list.column}, ${binder.bind(list.form.array, visible)})`;
}

function isVisible(plan: Plan, list: List, item: number | string): boolean {
  return list.visible(plan)?.includes(item) ?? true;
}

/** [M8]: the first dimension decides whether a row stands in the report at all. */
function mustHaveValue({ plan }: Compilation): boolean {
  const first = plan.dimensions[0]?.definition;
  if (first === undefined || first.kind === 'item' || plan.includeUndefined) return false;
  return first.kind === 'text' || first.kind === 'number' || first.optional === true;
}
