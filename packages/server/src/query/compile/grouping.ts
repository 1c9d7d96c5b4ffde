/**
 * Groups selected rows into rows of the result and totals in one pass.
 *
 * Each answer row says by `role` what it is. Where a list's items are a dimension [M6], such as goals, a visit
 * is exploded into one row for each of its items and one for "any item" (the totals, where it counts once). Where a
 * share of all visits is asked for, those without items are kept apart: with "any item" they are every visit.
 */
import type { Exploded } from '../lists/records.ts';
import { otherRevenueColumns } from './other-revenue.ts';
import { isShare, metricSql } from './metrics.ts';
import { groupedColumns, pathKeysOf, withLevels, withPathKeys } from './path-keys.ts';
import { fieldColumns } from './records.ts';
import { listOf, valueDimensions, type Compilation } from './scope.ts';

/**
 * `row`: a row of the result · `total`: its totals · `whole`: what shares of totals are of · `part`: what shares of a
 * chart's rows are of, alike in all other dimensions · `other`: of no further use.
 */
export const ROLE = { row: 0, total: 1, whole: 2, other: 3, part: 4 } as const;

export interface GroupingAsk {
  /** Name of what to group, a CTE. */
  readonly from: string;
  readonly rows: boolean;
  readonly totals: boolean;
  /** Also by the column `t`. */
  readonly byTime: boolean;
  /** The column `chosen` says which rows the result is of; the totals are of all. */
  readonly chosen?: true;
  /** Indexes of the metrics needed. */
  readonly metrics: readonly number[];
  /** What the revenue asked for leaves out goes with the totals [M32]. */
  readonly otherRevenue?: boolean;
}

export interface Cte {
  readonly name: string;
  readonly sql: string;
}

export function groupingCtes(compilation: Compilation, ask: GroupingAsk, name: string): readonly Cte[] {
  const { plan } = compilation;
  const rows = listOf(plan);
  if (rows === null) return [{ name, sql: plainSql(compilation, ask) }];
  const shares = ask.metrics.filter((index) => {
    const metric = plan.metrics[index];
    return metric !== undefined && isShare(plan, metric);
  });
  if (shares.length === 0) return [{ name, sql: explodedSql(compilation, ask, rows.list, false) }];
  const inner = `${name}_counted`;
  return [
    { name: inner, sql: explodedSql(compilation, ask, rows.list, true) },
    { name, sql: sharesSql(compilation, ask, rows.list, shares, inner) },
  ];
}

/** Columns of the dimensions other than the list's. */
export function otherColumns({ plan }: Compilation): string[] {
  return valueDimensions(plan).map(({ index }) => `d${index}`);
}

function metricColumns(
  compilation: Compilation,
  { metrics, totals, otherRevenue }: GroupingAsk,
  isTotals: string,
): string[] {
  const columns = metrics.flatMap((index) => {
    const metric = compilation.plan.metrics[index];
    return metric === undefined ? [] : [`${metricSql(compilation, metric, isTotals)} AS m${index}`];
  });
  const others = totals && otherRevenue === true ? otherRevenueColumns(compilation) : [];
  return [`${compilation.plan.scope.count ?? 'count()'} AS n`, ...columns, ...others];
}

const time = ({ byTime }: GroupingAsk): string[] => (byTime ? ['t'] : []);
const chosenOnly = ({ chosen }: GroupingAsk): string[] => (chosen === true ? ['chosen'] : []);
const ifChosen = ({ chosen }: GroupingAsk, role: string): string =>
  chosen === true ? `if(chosen, ${role}, ${ROLE.other})` : role;

function plainSql(compilation: Compilation, ask: GroupingAsk): string {
  const paths = ask.rows && ask.chosen !== true ? pathKeysOf(compilation.plan) : [];
  const keys = groupedColumns(otherColumns(compilation), paths);
  const rows = ask.rows && keys.length > 0;
  const both = rows && ask.totals;
  const level = `grouping(${keys[0]})`;
  const ofBoth =
    ask.chosen === true ? `if(${level} = 0, ${ifChosen(ask, String(ROLE.row))}, ${ROLE.total})` : level;
  const role = both ? ofBoth : String(rows ? ROLE.row : ROLE.total);
  const rowKeys = [...chosenOnly(ask), ...keys, ...time(ask)];
  const columns = [
    `${role} AS role`,
    ...(rows ? rowKeys : time(ask)),
    ...metricColumns(compilation, ask, both ? `${level} != 0` : rows ? '0' : '1'),
  ];
  const groupBy = both
    ? `\nGROUP BY GROUPING SETS ((${rowKeys.join(', ')}), (${time(ask).join(', ')}))`
    : groupBySql(rows ? rowKeys : time(ask));
  const grouped = `SELECT ${columns.join(',\n  ')}\nFROM ${withPathKeys(ask.from, paths)}${groupBy}`;
  return withLevels(grouped, paths);
}

const groupBySql = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`;

function explodedSql(
  compilation: Compilation,
  ask: GroupingAsk,
  { item, shown, form }: Exploded,
  withWhole: boolean,
): string {
  const others = otherColumns(compilation);
  const rows = [item, ...chosenOnly(ask), ...others, ...time(ask)];
  const totals = [item, ...time(ask)];
  const both = ask.rows && ask.totals && others.length > 0;
  const level = both ? `grouping(${others[0]})` : String(ask.rows ? 0 : 1);
  const columns = [
    `${level} AS level`,
    `${roleSql(both ? level : null, ask, { item, form }, withWhole)} AS role`,
    ...(ask.rows ? [...rows, ...fieldColumns(compilation)] : totals),
    ...metricColumns(compilation, ask, both ? `${level} != 0` : level),
  ];
  const groupBy = both
    ? `\nGROUP BY GROUPING SETS ((${rows.join(', ')}), (${totals.join(', ')}))`
    : groupBySql(ask.rows ? rows : totals);
  const exploded = itemsSql(ask, { shown, form }, withWhole);
  const from = withWhole && ask.totals ? withoutVisitors(compilation, ask.from, shown) : ask.from;
  return `SELECT ${columns.join(',\n  ')}\nFROM ${from}\nARRAY JOIN ${exploded} AS ${item}${groupBy}`;
}

/** What a row is exploded into. */
function itemsSql(
  ask: GroupingAsk,
  { shown, form }: Pick<Exploded, 'shown' | 'form'>,
  withWhole: boolean,
): string {
  const parts = [
    ...(withWhole && !ask.totals ? [`[${form.every}]`] : []),
    ...(ask.totals ? [`if(empty(${shown}), [${withWhole ? form.every : ''}], [${form.any}])`] : []),
    ...(ask.rows ? [form.packAll(shown)] : []),
  ];
  return `CAST(arrayConcat(${parts.join(', ')}), 'Array(${form.type})')`;
}

/** Rows without items are only counted: most have none, and telling their visitors apart costs the most. */
function withoutVisitors({ scope }: Compilation, from: string, shown: string): string {
  const columns = scope.keys.visitor.map((column) => `if(empty(${shown}), 0, ${column}) AS ${column}`);
  return `(SELECT * REPLACE (${columns.join(', ')}) FROM ${from})`;
}

function roleSql(
  level: string | null,
  ask: GroupingAsk,
  { item, form }: Pick<Exploded, 'item' | 'form'>,
  withWhole: boolean,
): string {
  const isItem = form.isItem(item);
  const isAny = `${item} = ${form.any}`;
  const beside = ask.byTime && withWhole ? ROLE.part : ROLE.other;
  const asRow = ifChosen(ask, `if(${isItem}, ${ROLE.row}, ${beside})`);
  const asTotal = `multiIf(${isAny}, ${ROLE.total}, ${item} = ${form.every}, ${ROLE.whole}, ${ROLE.other})`;
  if (level !== null) return `if(${level} = 0, ${asRow}, ${asTotal})`;
  if (!ask.rows) return asTotal;
  if (!ask.totals) return `if(${isItem}, ${ROLE.row}, ${ROLE.whole})`;
  return `multiIf(${isItem}, ${ROLE.row}, ${isAny}, ${ROLE.total}, ${ROLE.whole})`;
}

/** Rows in percent of every visit with the same other dimensions. */
function sharesSql(
  compilation: Compilation,
  ask: GroupingAsk,
  { item, form }: Exploded,
  shares: readonly number[],
  from: string,
): string {
  const alike = [
    'level',
    ...(ask.rows ? [...chosenOnly(ask), ...otherColumns(compilation)] : []),
    ...time(ask),
  ];
  const whole = `sumIf(n, NOT ${form.isItem(item)}) OVER (PARTITION BY ${alike.join(', ')})`;
  const names = shares.map((index) => `m${index}`);
  const columns = names.map((name) => `100 * n / nullIf(${whole}, 0) AS ${name}`);
  return `SELECT * EXCEPT (${names.join(', ')}),\n  ${columns.join(',\n  ')}\nFROM ${from}`;
}
