/** A chart: metrics by interval, for chosen rows and for the totals. */
import type { Intervals } from '../intervals/intervals.ts';
import { PERIOD_SQL } from '../dimensions/time.ts';
import type { Plan } from '../plan/plan.ts';
import { createBinder, type Binder } from './binder.ts';
import { groupingCtes, otherColumns, ROLE, type Cte } from './grouping.ts';
import { keysSql, type RowKey } from './keys.ts';
import { selectionCtes } from './kept.ts';
import { createCompilation, dimensionScope, type Compilation } from './scope.ts';
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
    ...groupingCtes(
      compilation,
      {
        ...ask,
        totals: true,
        from: of?.name ?? 'selection',
        byTime: true,
        metrics: plan.metrics.map((_metric, index) => index),
        otherRevenue: true,
      },
      'grouped',
    ),
  ];
  const last = `SELECT *\nFROM grouped\nWHERE role != ${ROLE.other}\nORDER BY t`;
  return { sql: statement(ctes, last, plan), params: binder.params };
}

/** The interval of a row, as the store calls it. */
export function timeSql(compilation: Compilation, { instants }: Intervals): string {
  const { plan, binder, scope } = compilation;
  if (instants !== null) {
    return `toString(roundDown(toUnixTimestamp(${scope.time}), ${binder.bind('Array(UInt32)', instants)}))`;
  }
  const args = { attribution: 'last', group: plan.group, goalId: null, currency: null } as const;
  return `toString(${PERIOD_SQL[plan.group](dimensionScope(compilation, args))})`;
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
  return `transform(t, ${keys}, ${days}, 1)`;
}
