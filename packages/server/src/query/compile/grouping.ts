/**
 * Groups selected visits into rows and totals in one pass.
 *
 * Each answer row says by `role` what it is. Where goals are a dimension [M6], a visit is exploded into one
 * row for each goal it reached, one for "any goal" (0: the totals, where it counts once) and, where a share
 * of all visits is asked for, one for "every visit" (-1: what it is a share of).
 */
import { otherRevenueColumns } from './other-revenue.ts';
import { metricSql, goalIndex, ROW_GOAL, type Compilation } from './scope.ts';

/** `row`: a row of the result · `total`: its totals · `whole`: what shares are of · `other`: of no further use. */
export const ROLE = { row: 0, total: 1, whole: 2, other: 3 } as const;

export interface GroupingAsk {
  /** Name of what to group, a CTE. */
  readonly from: string;
  readonly rows: boolean;
  readonly totals: boolean;
  /** Also by the column `t`. */
  readonly byTime: boolean;
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
  const hasGoal = goalIndex(compilation.plan) >= 0;
  if (!hasGoal) return [{ name, sql: plainSql(compilation, ask) }];
  const shares = ask.metrics.filter((index) => isShare(compilation, index));
  if (shares.length === 0) return [{ name, sql: explodedSql(compilation, ask, false) }];
  const inner = `${name}_counted`;
  return [
    { name: inner, sql: explodedSql(compilation, ask, true) },
    { name, sql: sharesSql(compilation, ask, shares, inner) },
  ];
}

const isShare = ({ plan }: Compilation, index: number): boolean =>
  plan.metrics[index]?.definition.shareOfSelection === true;

/** Columns of the dimensions other than the goal. */
export function otherColumns({ plan }: Compilation): string[] {
  return plan.dimensions.flatMap(({ definition }, index) =>
    definition.kind === 'goal' ? [] : [`d${index}`],
  );
}

function metricColumns(compilation: Compilation, { metrics, totals, otherRevenue }: GroupingAsk): string[] {
  const columns = metrics.flatMap((index) => {
    const metric = compilation.plan.metrics[index];
    return metric === undefined ? [] : [`${metricSql(compilation, metric)} AS m${index}`];
  });
  const others = totals && otherRevenue === true ? otherRevenueColumns(compilation) : [];
  return ['count() AS n', ...columns, ...others];
}

const time = ({ byTime }: GroupingAsk): string[] => (byTime ? ['t'] : []);

function plainSql(compilation: Compilation, ask: GroupingAsk): string {
  const keys = otherColumns(compilation);
  const rows = ask.rows && keys.length > 0;
  const both = rows && ask.totals;
  const role = both ? `grouping(${keys[0]})` : String(rows ? ROLE.row : ROLE.total);
  const rowKeys = [...keys, ...time(ask)];
  const columns = [`${role} AS role`, ...(rows ? rowKeys : time(ask)), ...metricColumns(compilation, ask)];
  const groupBy = both
    ? `\nGROUP BY GROUPING SETS ((${rowKeys.join(', ')}), (${time(ask).join(', ')}))`
    : groupBySql(rows ? rowKeys : time(ask));
  return `SELECT ${columns.join(',\n  ')}\nFROM ${ask.from}${groupBy}`;
}

const groupBySql = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`;

function explodedSql(compilation: Compilation, ask: GroupingAsk, withWhole: boolean): string {
  const others = otherColumns(compilation);
  const rows = [ROW_GOAL, ...others, ...time(ask)];
  const totals = [ROW_GOAL, ...time(ask)];
  const both = ask.rows && ask.totals && others.length > 0;
  const level = both ? `grouping(${others[0]})` : String(ask.rows ? 0 : 1);
  const columns = [
    `${level} AS level`,
    `${roleSql(both ? level : null, ask)} AS role`,
    ...(ask.rows ? rows : totals),
    ...metricColumns(compilation, ask),
  ];
  const groupBy = both
    ? `\nGROUP BY GROUPING SETS ((${rows.join(', ')}), (${totals.join(', ')}))`
    : groupBySql(ask.rows ? rows : totals);
  const parts = [
    ...(withWhole ? ['[-1]'] : []),
    ...(ask.totals ? ['if(empty(reached_goals), [], [0])'] : []),
    ...(ask.rows ? [`CAST(reached_goals, 'Array(Int64)')`] : []),
  ];
  const exploded = `CAST(arrayConcat(${parts.join(', ')}), 'Array(Int64)')`;
  return `SELECT ${columns.join(',\n  ')}\nFROM ${ask.from}\nARRAY JOIN ${exploded} AS ${ROW_GOAL}${groupBy}`;
}

function roleSql(level: string | null, ask: GroupingAsk): string {
  const asRow = `if(${ROW_GOAL} > 0, ${ROLE.row}, ${ROLE.other})`;
  const asTotal = `multiIf(${ROW_GOAL} = 0, ${ROLE.total}, ${ROW_GOAL} = -1, ${ROLE.whole}, ${ROLE.other})`;
  if (level !== null) return `if(${level} = 0, ${asRow}, ${asTotal})`;
  if (!ask.rows) return asTotal;
  if (!ask.totals) return `if(${ROW_GOAL} > 0, ${ROLE.row}, ${ROLE.whole})`;
  return `multiIf(${ROW_GOAL} > 0, ${ROLE.row}, ${ROW_GOAL} = 0, ${ROLE.total}, ${ROLE.whole})`;
}

/** Rows in percent of every visit with the same other dimensions. */
function sharesSql(
  compilation: Compilation,
  ask: GroupingAsk,
  shares: readonly number[],
  from: string,
): string {
  const alike = ['level', ...(ask.rows ? otherColumns(compilation) : []), ...time(ask)];
  const whole = `sumIf(n, ${ROW_GOAL} = -1) OVER (PARTITION BY ${alike.join(', ')})`;
  const names = shares.map((index) => `m${index}`);
  const columns = names.map((name) => `100 * n / nullIf(${whole}, 0) AS ${name}`);
  return `SELECT * EXCEPT (${names.join(', ')}),\n  ${columns.join(',\n  ')}\nFROM ${from}`;
}
