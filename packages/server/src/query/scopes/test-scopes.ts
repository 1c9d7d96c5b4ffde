/** For tests: what of a list exists in a scope. */
import type { ScopeId } from './scope.ts';

export function inScope<T extends { readonly scopes?: readonly ScopeId[] }>(
  scope: ScopeId,
  definitions: readonly T[],
): T[] {
  return definitions.filter(({ scopes = ['visits'] }) => scopes.includes(scope));
}
