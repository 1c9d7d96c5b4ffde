/** Conditions on metrics: choose rows of the result, and with them the rows that the totals are of. */
import { listOf, type Compilation } from './scope.ts';
import { groupingCtes, otherColumns, ROLE, type Cte } from './grouping.ts';

const COMPARE = { '==': '=', '!=': '!=', '>': '>', '>=': '>=', '<': '<', '<=': '<=' } as const;

/** @returns CTEs of which the last is called `selection` */
export function selectionCtes(compilation: Compilation, selection: string): readonly Cte[] {
  const { plan, binder } = compilation;
  if (plan.having.length === 0) return [{ name: 'selection', sql: selection }];
  const hasRows = plan.dimensions.length > 0;
  const ask = {
    from: 'candidates',
    rows: hasRows,
    totals: !hasRows,
    byTime: false,
    metrics: [...new Set(plan.having.map(({ metric }) => metric))],
  };
  const conditions = plan.having.map(
    ({ metric, operator, value }) => `m${metric} ${COMPARE[operator]} ${binder.bind('Float64', value)}`,
  );
  const keys = keyColumns(compilation);
  const kept = `SELECT ${keys.length === 0 ? 'role' : keys.join(', ')}
FROM candidate_rows
WHERE ${[`role = ${hasRows ? ROLE.row : ROLE.total}`, ...conditions].join(' AND ')}`;
  return [
    { name: 'candidates', sql: selection },
    ...groupingCtes(compilation, ask, 'candidate_rows'),
    { name: 'kept', sql: kept },
    { name: 'selection', sql: keepSql(compilation, keys) },
  ];
}

function keyColumns(compilation: Compilation): string[] {
  const rows = listOf(compilation.plan);
  return [...(rows === null ? [] : [rows.list.item]), ...otherColumns(compilation)];
}

function keepSql(compilation: Compilation, keys: readonly string[]): string {
  if (keys.length === 0) return 'SELECT * FROM candidates WHERE (SELECT count() FROM kept) > 0';
  const rows = listOf(compilation.plan);
  if (rows === null) return `SELECT * FROM candidates WHERE ${tuple(keys)} IN (SELECT * FROM kept)`;
  const { item, shown, form } = rows.list;
  const key = tuple(keys.map((column) => (column === item ? form.pack('g') : column)));
  const items = `arrayFilter(g -> ${key} IN (SELECT * FROM kept), ${shown})`;
  return `SELECT * EXCEPT (${shown}), ${items} AS ${shown} FROM candidates`;
}

const tuple = (columns: readonly string[]): string =>
  columns.length === 1 ? (columns[0] ?? '') : `(${columns.join(', ')})`;
