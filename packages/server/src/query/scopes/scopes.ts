/** Every table that a question can be asked of: one line adds one. */
import { costs } from './costs.ts';
import { downloads, events, hits, userParams } from './hits.ts';
import type { Scope } from './scope.ts';
import { visits } from './visits.ts';

export const SCOPES: readonly Scope[] = [visits, hits, events, downloads, userParams, costs];

/** Where a dimension is that stands in all of them, save where rows are told of visitors alone, or of costs. */
export const EVERYWHERE = SCOPES.filter((scope) => scope !== userParams && scope !== costs).map(
  ({ id }) => id,
);

/** By how a full name begins; null if no scope's names do. */
export const scopeOf = (name: string): Scope | null =>
  SCOPES.find(({ prefix, ours }) => name.startsWith(prefix) || (ours !== null && name.startsWith(ours))) ??
  null;

/** A name of the scope, parted. */
export function prefixOf({ prefix, ours }: Scope, name: string) {
  const isOurs = ours !== null && name.startsWith(ours);
  const own = isOurs ? ours : prefix;
  return { prefix: own, isOurs, local: name.slice(own.length) };
}
