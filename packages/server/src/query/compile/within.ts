/** Sets that look back from the row they judge: what its visitor did in the days before [M71]. */
import type { ScopeSome } from '../plan/plan.ts';
import { fromSql } from './rows.ts';
import type { Compilation } from './scope.ts';

const DAY_SECONDS = 86_400;

/** What conditions of such a set are compiled with: rows of any day that a row asked for may look back to. */
export function withinOf(
  compilation: Compilation,
  { scope }: Pick<ScopeSome, 'scope'>,
  within: number,
): Compilation {
  const { margin } = compilation;
  // The local day of a moment so many times 24 hours before may be one earlier, where clocks change.
  const days = margin === null ? null : { before: margin.before + within + 1, after: margin.after };
  const depth = compilation.depth + 1;
  return {
    ...compilation,
    scope,
    margin: days,
    joined: new Set(),
    sides: new Set(),
    shared: new Map(),
    depth,
  };
}

/**
 * Moments of the set's rows are joined by visitor: a row looks for one that is not too long before its own.
 * @param chosen the condition on rows of the set
 */
export function withinSql(
  compilation: Compilation,
  set: Compilation,
  within: number,
  chosen: string,
): string {
  const { scope } = set;
  const name = `moments${compilation.depth}_${compilation.sides.size}`;
  compilation.sides.add({
    name: `${name}_of_visitors`,
    key: 'visitor',
    scope: {
      ...scope,
      table: fromSql(set),
      only: scope.only === null ? chosen : `${scope.only} AND ${chosen}`,
    },
    days: set.margin ?? 'all',
    columns: [`groupArray(toInt64(toUnixTimestamp(${scope.time}))) AS ${name}`],
  });
  const own = `toInt64(toUnixTimestamp(${compilation.scope.time}))`;
  return `arrayExists(t -> t BETWEEN ${own} - ${within * DAY_SECONDS} AND ${own}, ${name})`;
}
