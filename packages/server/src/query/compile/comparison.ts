/** Two tables of one question side by side: rows of either, each with its metrics of both [M62]. */
import type { Plan, SortKey } from '../plan/plan.ts';
import { createBinder, type Binder } from './binder.ts';
import { ROLE } from './grouping.ts';
import { otherColumnsOf } from './other-revenue.ts';
import { isShare } from './metrics.ts';
import { withSql } from './statement.ts';
import { groupedCtes, pageOf, rowColumn, type Compiled } from './table.ts';

/** Both with the same dimensions, metrics, order and page. */
export interface Sides {
  readonly a: Plan;
  readonly b: Plan;
}

export const SIDES = ['a', 'b'] as const;

/** Columns of the answer: `a0`, `b0`, … metrics; `in_a`, `n_a` whether a row is there, and of how many visits. */
export function compileComparison(sides: Sides): Compiled {
  const binder = createBinder();
  const { a: plan } = sides;
  const keys = plan.dimensions.map((_dimension, index) => rowColumn(plan, index));
  const order = orderOf(plan, keys);
  const ctes = [
    { name: 'sides', sql: SIDES.map((side) => sideSql(sides[side], binder, side)).join('\nUNION ALL\n') },
    { name: 'joined', sql: joinedSql(plan, keys) },
    { name: 'measured', sql: measuredSql(plan) },
  ];
  return pageOf(ctes, plan, binder, order);
}

function sideSql(plan: Plan, binder: Binder, side: (typeof SIDES)[number]): string {
  const rows = `${withSql(groupedCtes(plan, binder))}\nSELECT * FROM grouped WHERE role != ${ROLE.other}`;
  return `SELECT '${side}' AS side, * FROM (\n${rows}\n)`;
}

function joinedSql(plan: Plan, keys: readonly string[]): string {
  const columns = SIDES.flatMap((side) => {
    const of = `side = '${side}'`;
    return [
      `countIf(${of}) AS in_${side}`,
      `anyIf(n, ${of}) AS n_${side}`,
      ...plan.metrics.map((_metric, index) => `anyIf(m${index}, ${of}) AS ${side}${index}`),
      ...plan.metrics.flatMap((_metric, index) =>
        otherColumnsOf(plan, index).map((column) => `anyIf(${column}, ${of}) AS ${side}_${column}`),
      ),
    ];
  });
  return `SELECT ${['role', ...keys, ...columns].join(',\n  ')}
FROM sides
GROUP BY ${['role', ...keys].join(', ')}`;
}

/** A side that lacks a row has the metrics of nothing there [M7]. */
function measuredSql(plan: Plan): string {
  const values = SIDES.flatMap((side) =>
    plan.metrics.map((metric, index) => {
      const { ofNothing } = metric.definition;
      const share = `if(maxIf(in_${side}, role IN (${ROLE.whole}, ${ROLE.total})) OVER () > 0, 0, NULL)`;
      const nothing = isShare(plan, metric) ? share : ofNothing === null ? 'NULL' : '0';
      return `if(in_${side} = 0, ${nothing}, ${side}${index}) AS ${side}${index}`;
    }),
  );
  const replaced = values.length === 0 ? '' : ` REPLACE (${values.join(',\n  ')})`;
  return `SELECT *${replaced},\n  countIf(role = ${ROLE.row}) OVER () AS total_rows\nFROM joined`;
}

/** By the first side, then by the second, then by the dimensions. */
function orderOf(plan: Plan, keys: readonly string[]): string {
  const columnsOf = ({ column, index }: SortKey): string[] =>
    column === 'metric' ? SIDES.map((side) => `${side}${index}`) : [keys[index] ?? ''];
  const sort = plan.sort.flatMap((key) =>
    columnsOf(key).map((column) => `${column} ${key.descending ? 'DESC' : 'ASC'} NULLS LAST`),
  );
  return [...sort, ...keys.map((key) => `${key} ASC NULLS LAST`)].join(', ');
}
