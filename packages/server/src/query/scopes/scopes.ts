/** Every table that a question can be asked of: one line adds one. */
import { hits } from './hits.ts';
import type { Scope } from './scope.ts';
import { visits } from './visits.ts';

export const SCOPES: readonly Scope[] = [visits, hits];

/** Where a dimension or a metric is that stands in all of them. */
export const EVERYWHERE = SCOPES.map(({ id }) => id);

/** By how a full name begins; null if no scope's names do. */
export const scopeOf = (name: string): Scope | null =>
  SCOPES.find(({ prefix }) => name.startsWith(prefix)) ?? null;
