/** A table: one page of rows, with totals, extremes and the number of rows over the whole result [M11]. */
import type { SqlParams } from '../../kit/olap.ts';
import { daysBetween } from '../parse/dates.ts';
import type { Plan } from '../plan/plan.ts';
import { createBinder, type Binder } from './binder.ts';
import { groupingCtes, ROLE, type Cte } from './grouping.ts';
import { selectionCtes } from './kept.ts';
import { createCompilation, fieldsOf, listOf } from './scope.ts';
import { selectionSql } from './selection.ts';
import { statement } from './statement.ts';

export interface Compiled {
  readonly sql: string;
  readonly params: SqlParams;
}

/** The first rows alone, to be told apart: a chart's rows are chosen by their first metric. */
export function compileKeys(plan: Plan): Compiled {
  const metrics = plan.having.length === 0 ? plan.metrics.slice(0, 1) : plan.metrics;
  return compileTable({ ...plan, metrics }, false);
}

export function compileTable(plan: Plan, totals = true): Compiled {
  const binder = createBinder();
  const hasRows = plan.dimensions.length > 0;
  const grouped = groupedCtes(plan, binder, totals);
  if (!hasRows) return { sql: statement(grouped, 'SELECT *\nFROM grouped', plan), params: binder.params };
  const ctes = [...grouped, { name: 'measured', sql: measuredSql(plan) }];
  return pageOf(ctes, plan, binder, orderOf(plan));
}

/** The whole result and its totals: the last of them is called `grouped`. */
export function groupedCtes(plan: Plan, binder: Binder, totals = true): readonly Cte[] {
  const days = (): string => binder.bind('Float64', daysBetween(plan.from, plan.to));
  const compilation = createCompilation(plan, binder, days);
  const ask = {
    from: 'selection',
    rows: true,
    totals,
    byTime: false,
    metrics: plan.metrics.map((_metric, index) => index),
    otherRevenue: true,
  };
  return [
    ...selectionCtes(compilation, selectionSql(compilation)),
    ...groupingCtes(compilation, ask, 'grouped'),
  ];
}

/** The column of a dimension in grouped rows. */
export function rowColumn(plan: Plan, index: number): string {
  const rows = listOf(plan);
  return rows?.indexes.includes(index) && fieldsOf(plan).length === 0 ? rows.list.item : `d${index}`;
}

/** Rows with extremes and their number, over the whole result. */
function measuredSql({ metrics }: Plan): string {
  const extremes = metrics.flatMap((_metric, index) => [
    `minIf(m${index}, role = ${ROLE.row}) OVER () AS min${index}`,
    `maxIf(m${index}, role = ${ROLE.row}) OVER () AS max${index}`,
  ]);
  const columns = ['*', `countIf(role = ${ROLE.row}) OVER () AS total_rows`, ...extremes];
  return `SELECT ${columns.join(',\n  ')}\nFROM grouped`;
}

/** At most one row of totals and one of the whole stand before the rows. */
const HEAD_ROWS = 2;

/**
 * The page of `measured`. A first page is what was cut: it may have {@link HEAD_ROWS} rows too many, which the shape
 * leaves out, since to number rows costs a small report a fifth of its CPU time.
 */
export function pageOf(ctes: readonly Cte[], plan: Plan, binder: Binder, order: string): Compiled {
  const cut = cutSql(plan, binder, order);
  const sql =
    plan.offset === 1
      ? statement(ctes, cut, plan)
      : statement([...ctes, { name: 'cut', sql: cut }], laterPageSql(plan, binder, order), plan);
  return { sql, params: binder.params };
}

/** The rows up to the page's end: cut before they are numbered, since numbering sorts on one core. */
function cutSql(plan: Plan, binder: Binder, order: string): string {
  const most = binder.bind('UInt64', plan.offset + plan.limit - 1 + HEAD_ROWS);
  return `SELECT *
FROM measured
WHERE role != ${ROLE.other}
ORDER BY role = ${ROLE.row}, ${order}
LIMIT ${most}`;
}

function laterPageSql(plan: Plan, binder: Binder, order: string): string {
  const first = binder.bind('UInt64', plan.offset);
  const last = binder.bind('UInt64', plan.offset + plan.limit - 1);
  return `SELECT *
FROM (SELECT *, row_number() OVER (PARTITION BY role ORDER BY ${order}) AS place FROM cut)
WHERE role != ${ROLE.row} OR place BETWEEN ${first} AND ${last}
ORDER BY role, place`;
}

/** Ties are broken by the dimensions, so that pages do not overlap [M11]. */
function orderOf(plan: Plan): string {
  const sort = plan.sort.map(({ column, index, descending }) => {
    const name = column === 'metric' ? `m${index}` : rowColumn(plan, index);
    return `${name} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const ties = plan.dimensions.map((_dimension, index) => `${rowColumn(plan, index)} ASC NULLS LAST`);
  return [...sort, ...ties].join(', ');
}
