/** A chart: metrics by interval, for chosen rows and for the totals. */
import type { Intervals } from '../intervals/intervals.ts';
import { PERIOD_SQL } from '../dimensions/time.ts';
import type { Plan } from '../plan/plan.ts';
import { createBinder, type Binder } from './binder.ts';
import { groupingCtes, otherColumns, ROLE, type Cte } from './grouping.ts';
import { keysSql, type RowKey } from './keys.ts';
import { selectionCtes } from './kept.ts';
import { createCompilation, dimensionScope, listOf, type Compilation } from './scope.ts';
import { selectionSql } from './selection.ts';
import { statement } from './statement.ts';
import type { Compiled } from './table.ts';

/** Totals by interval. */
export function compileChartTotals(plan: Plan, intervals: Intervals): Compiled {
  const { compilation, time } = begun(plan, intervals);
  return finish(compilation, selectionSql(compilation, { columns: [time] }), { rows: false });
}

/**
 * The chosen rows by interval, and the totals. Where items of a list are rows, the answer may hold further items of
 * the same rows; the caller picks its own.
 */
export function compileChart(plan: Plan, intervals: Intervals, keys: readonly RowKey[]): Compiled {
  const { compilation, time } = begun(plan, intervals);
  const others = otherColumns(compilation);
  if (others.length === 0)
    return finish(compilation, selectionSql(compilation, { columns: [time] }), { rows: true });
  const columns = [time, `${keysSql(compilation, keys)} AS chosen`];
  // Rows that were not chosen become one: there may be any number of them.
  const kept = others.map((column) => `if(chosen, ${column}, NULL) AS ${column}`);
  const charted = { name: 'charted', sql: `SELECT * REPLACE (${kept.join(', ')})\nFROM selection` };
  return finish(compilation, selectionSql(compilation, { columns }), { rows: true, chosen: true }, charted);
}

/** Groups that one statement may make: of dimensions with few values, such as sources. */
const MOST_GROUPS = 20_000;

/**
 * Totals and the first rows by interval, chosen within the statement: all rows are grouped by interval, and the store
 * gives up where there are too many. Null where the first metric or the rows do not allow that.
 * @param most of the rows that the answer has
 */
export function compileWholeChart(plan: Plan, intervals: Intervals, most: number): Compiled | null {
  if (plan.metrics[0]?.definition.adds !== true || plan.having.length > 0) return null;
  if (plan.dimensions.length === 0 || listOf(plan) !== null) return null;
  const { compilation, time } = begun(plan, intervals);
  const keys = otherColumns(compilation).join(', ');
  const order = otherColumns(compilation).map((column) => `${column} ASC NULLS LAST`);
  const summed = `SELECT *, sum(m0) OVER (PARTITION BY role, ${keys}) AS whole\nFROM grouped`;
  const placed = `SELECT *, dense_rank() OVER (PARTITION BY role ORDER BY whole DESC, ${order.join(', ')}) AS place\nFROM summed`;
  const ctes = [
    ...selectionCtes(compilation, selectionSql(compilation, { columns: [time] })),
    ...groupingCtes(compilation, { ...everything(plan), rows: true, from: 'selection' }, 'grouped'),
    { name: 'summed', sql: summed },
    { name: 'placed', sql: placed },
  ];
  const last = `SELECT *
FROM (SELECT *, maxIf(place, role = ${ROLE.row}) OVER () AS total_rows FROM placed)
WHERE role != ${ROLE.row} OR place <= ${compilation.binder.bind('UInt64', most)}
ORDER BY role, place, t`;
  const limit = `max_rows_to_group_by = ${MOST_GROUPS}, group_by_overflow_mode = 'throw'`;
  return { sql: `${statement(ctes, last, plan)}, ${limit}`, params: compilation.binder.params };
}

const everything = (plan: Plan) => ({
  totals: true,
  byTime: true,
  metrics: plan.metrics.map((_metric, index) => index),
  otherRevenue: true,
});

function begun(
  plan: Plan,
  intervals: Intervals,
): { readonly compilation: Compilation; readonly time: string } {
  const binder = createBinder();
  const compilation = createCompilation(plan, binder, () => daysSql(binder, intervals));
  return { compilation, time: `${timeSql(compilation, intervals)} AS t` };
}

function finish(
  compilation: Compilation,
  selection: string,
  ask: { readonly rows: boolean; readonly chosen?: true },
  of?: Cte,
): Compiled {
  const { plan, binder } = compilation;
  const ctes = [
    ...selectionCtes(compilation, selection),
    ...(of === undefined ? [] : [of]),
    ...groupingCtes(compilation, { ...ask, ...everything(plan), from: of?.name ?? 'selection' }, 'grouped'),
  ];
  const last = `SELECT *\nFROM grouped\nWHERE role != ${ROLE.other}\nORDER BY t`;
  return { sql: statement(ctes, last, plan), params: binder.params };
}

/** The interval of a row: its text is what the answer calls it. Rows are grouped by it, and texts are dear. */
export function timeSql(compilation: Compilation, { instants }: Intervals): string {
  const { plan, binder, scope } = compilation;
  if (instants !== null) {
    return `roundDown(toUnixTimestamp(${scope.time}), ${binder.bind('Array(UInt32)', instants)})`;
  }
  const args = { attribution: 'last', group: plan.group, goalId: null, currency: null } as const;
  return PERIOD_SQL[plan.group](dimensionScope(compilation, args));
}

/** Days of the interval `t`. */
function daysSql(binder: Binder, { list }: Intervals): string {
  const keys = binder.bind(
    'Array(String)',
    list.map(({ key }) => key),
  );
  const days = binder.bind(
    'Array(Float64)',
    list.map((interval) => interval.days),
  );
  return `transform(toString(t), ${keys}, ${days}, 1)`;
}
