/** Finds the hosts in punycode among the rows, for filters whose pattern may mean their letters [M35]. */
import { isProblem, type Problem } from '../kit/problem.ts';
import type { Olap } from '../kit/olap.ts';
import { hostSql } from './addresses.ts';
import { createBinder } from './compile/binder.ts';
import { conditionsOf, fromSql } from './compile/rows.ts';
import { createCompilation, dimensionScope, type Compilation } from './compile/scope.ts';
import { someOf } from './compile/where.ts';
import { PATTERNS } from './plan/filter-values.ts';
import type { Plan, ScopeFilter } from './plan/plan.ts';
import { run } from './run.ts';

/** More hosts than any site has visits from; the rest are found by their punycode. */
const MAX_HOSTS = 10_000;

export async function withHosts(
  plan: Plan,
  olap: Pick<Olap, 'query'>,
  signal: AbortSignal,
): Promise<Plan | Problem> {
  const binder = createBinder();
  const compilation = createCompilation(plan, binder, () => '1');
  const parts = hostsIn(compilation, plan.where);
  if (parts.length === 0) return plan;
  const sql = `SELECT DISTINCT host
FROM (
${[...new Set(parts)].join('\nUNION ALL\n')}
)
WHERE position(host, 'xn--') > 0
LIMIT ${MAX_HOSTS}`;
  const rows = await run<{ host: string }>(olap, { sql, params: binder.params }, signal);
  return isProblem(rows) ? rows : { ...plan, hosts: rows.map(({ host }) => host) };
}

/** Questions after hosts, one for each pattern: in its own table, over the days that it looks at. */
function hostsIn(compilation: Compilation, filter: ScopeFilter | null): string[] {
  if (filter === null) return [];
  switch (filter.kind) {
    case 'not':
      return hostsIn(compilation, filter.item);
    case 'and':
    case 'or':
      return filter.items.flatMap((item) => hostsIn(compilation, item));
    case 'some':
      return hostsIn(someOf(compilation, filter), filter.item);
    case 'condition':
      return PATTERNS.includes(filter.operator) ? hostsOf(compilation, filter.dimension) : [];
  }
}

function hostsOf(around: Compilation, { definition: { address }, args }: Condition['dimension']): string[] {
  if (address === undefined) return [];
  const compilation: Compilation = { ...around, joined: new Set(), sides: new Set(), shared: new Map() };
  const host = hostSql(address.kind, address.raw(dimensionScope(compilation, args)));
  if (host === null) return [];
  return [
    `SELECT lower(${host}) AS host FROM ${fromSql(compilation)} WHERE ${conditionsOf(compilation).join(' AND ')}`,
  ];
}

type Condition = Extract<ScopeFilter, { kind: 'condition' }>;
