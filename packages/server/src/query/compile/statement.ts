/** Puts the parts of a query together. */
import type { Plan } from '../plan/plan.ts';
import type { Cte } from './grouping.ts';

const INDENT = '  ';

export function statement(ctes: readonly Cte[], last: string, { having }: Pick<Plan, 'having'>): string {
  return `${withSql(ctes)}\n${last}\nSETTINGS ${settings(having.length > 0).join(', ')}`;
}

export function withSql(ctes: readonly Cte[]): string {
  const parts = ctes.map(({ name, sql }) => `${INDENT}${name} AS (\n${indent(indent(sql))}\n${INDENT})`);
  return `WITH\n${parts.join(',\n')}`;
}

/** A row of `visits` never leaves its partition, since `opened_on` never changes. */
function settings(comparesKeys: boolean): string[] {
  const always = ['do_not_merge_across_partitions_select_final = 1'];
  return comparesKeys ? [...always, 'transform_null_in = 1'] : always;
}

function indent(sql: string): string {
  return sql
    .split('\n')
    .map((line) => INDENT + line)
    .join('\n');
}
