/** For tests: what of a list exists in a scope. */
import { createBinder } from '../compile/binder.ts';
import type { Dimension } from '../dimension.ts';
import type { Metric } from '../metric.ts';
import type { ScopeId } from './scope.ts';

export function inScope<T extends { readonly scopes?: readonly ScopeId[] }>(
  scope: ScopeId,
  definitions: readonly T[],
): T[] {
  return definitions.filter(({ scopes = ['visits'] }) => scopes.includes(scope));
}

type Any = Metric | Dimension;

/** Whether it is ours alone or made of more than the row itself: these have plain counts beside their lists. */
function hasMore(one: Any): boolean {
  if (one.ours === true) return true;
  if ('lists' in one) return true;
  if (!('kind' in one) || one.kind === 'item') return false;
  let joined = false;
  const args = { attribution: 'last', group: 'day', goalId: 1, currency: 'EUR' } as const;
  one.sql({
    args,
    binder: createBinder(),
    zone: `'UTC'`,
    time: 'started_at',
    visit: (column) => column,
    goals: () => '[]',
    questionCurrency: () => `''`,
    join: () => void (joined = true),
  });
  return joined || one.records !== undefined;
}

export const ofRows = <T extends Any>(scope: ScopeId, definitions: readonly T[]): T[] =>
  inScope(scope, definitions).filter((one) => !hasMore(one));
