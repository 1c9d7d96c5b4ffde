/** For tests: what of a list exists in a scope. */
import type { ScopeId } from './scope.ts';

export function inScope<T extends { readonly scopes?: readonly ScopeId[] }>(
  scope: ScopeId,
  definitions: readonly T[],
): T[] {
  return definitions.filter(({ scopes = ['visits'] }) => scopes.includes(scope));
}

/** Of those, what looks at the rows themselves: records of rows have plain counts of their own beside their lists. */
export function ofRows<T extends { readonly scopes?: readonly ScopeId[] }>(
  scope: ScopeId,
  definitions: readonly T[],
): T[] {
  return inScope(scope, definitions).filter(
    (one) =>
      (one as { records?: unknown }).records === undefined &&
      (one as { lists?: unknown }).lists === undefined,
  );
}
