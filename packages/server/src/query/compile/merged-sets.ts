/**
 * Puts sets of one kind together: some row fits the one or the other exactly where some row fits either. Each set
 * is a statement within the statement, and its table is read for it.
 */
import type { ScopeFilter, ScopeSome } from '../plan/plan.ts';

type Joined = Extract<ScopeFilter, { kind: 'and' | 'or' }>;

/** Of `or` those with a row that fits, of `and` those without any. */
export function mergedSets({ kind, items }: Joined): readonly ScopeFilter[] {
  const setOf = (item: ScopeFilter): ScopeSome | null => {
    const set = kind === 'or' ? item : item.kind === 'not' ? item.item : null;
    return set?.kind === 'some' ? set : null;
  };
  const alike = Map.groupBy(items, (item) => {
    const set = setOf(item);
    return set === null ? item : kindOf(set);
  });
  return [...alike.values()].flatMap((group) => {
    const sets = group.map(setOf).filter((set) => set !== null);
    const [first] = sets;
    if (first === undefined || sets.length === 1) return group;
    const either: ScopeSome = { ...first, item: { kind: 'or', items: sets.map(({ item }) => item) } };
    return [kind === 'or' ? either : { kind: 'not', item: either }];
  });
}

/** Sets alike in it look at the same rows. */
const kindOf = ({ scope, key, anyDay, within }: ScopeSome): string =>
  JSON.stringify([scope.prefix, key, anyDay, within]);
