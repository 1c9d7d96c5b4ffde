/** The rows that a report is about, each with its dimensions as columns `d0`, `d1`, … */
import type { Dimension, ItemDimension } from '../dimension.ts';
import type { List } from '../lists/list.ts';
import { explodedRecords } from '../lists/records.ts';
import type { Plan } from '../plan/plan.ts';
import { keyParts } from './keys.ts';
import { levelColumn, pathsOf } from './path-keys.ts';
import { conditionsOf, fromSql } from './rows.ts';
import { shownRecordsSql } from './records.ts';
import {
  dimensionSql,
  fieldsOf,
  openedItem,
  recordsScope,
  valueDimensions,
  type Compilation,
} from './scope.ts';
import { whereSql } from './where.ts';

export interface SelectionExtras {
  /** More columns, each with its alias. */
  readonly columns?: readonly string[];
  readonly conditions?: readonly string[];
}

export function selectionSql(compilation: Compilation, extras: SelectionExtras = {}): string {
  const { plan } = compilation;
  const paths = pathsOf(plan);
  const columns = [
    ...paths.map(({ path, sql }) => `${sql} AS ${path}`),
    ...valueDimensions(plan).map(({ dimension, index }) => {
      return `${levelColumn(paths, index) ?? dimensionSql(compilation, dimension)} AS d${index}`;
    }),
  ];
  const shown = shownSql(compilation);
  if (shown !== null) columns.push(shown);
  // What metrics look at must be joined before rows are selected.
  for (const { definition } of plan.metrics)
    for (const list of definition.lists ?? []) list.sql(recordsScope(compilation));
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

function shownSql(compilation: Compilation): string | null {
  const [field] = fieldsOf(compilation.plan);
  if (field !== undefined) {
    return `${shownRecordsSql(compilation, field.records)} AS ${explodedRecords(field.records).shown}`;
  }
  const item = compilation.plan.dimensions.map(({ definition }) => definition).find(isItem);
  return item === undefined ? null : `${shownItemsSql(compilation, item.list)} AS ${item.list.shown}`;
}

const isItem = (definition: Dimension): definition is ItemDimension => definition.kind === 'item';

/** Each item once; of an opened row that one alone. */
function shownItemsSql({ plan, binder }: Compilation, list: List): string {
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
  if (first.records !== undefined) return false;
  return first.kind === 'text' || first.kind === 'number' || first.optional === true;
}
