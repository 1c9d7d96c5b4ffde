/** Finds what looks at a hit of a kind, or at something that such a hit carries. */
import type { FactName } from '@goalpost/contract/goals';
import { concerns, type GoalFact } from './fact.ts';

interface Looking<T> {
  readonly facts: readonly FactName[];
  readonly value: T;
}

/**
 * Lists are put together when the first hit of their kind asks for one: a counter sees few of the kinds.
 * @returns of any hit, the values in the order they were given
 */
export function byFact<T>(all: readonly Looking<T>[]): (fact: GoalFact) => readonly T[] {
  const tables = Array.from({ length: 4 }, (): Partial<Record<GoalFact['kind'], readonly T[]>> => ({}));
  return (fact) => {
    const carried = (fact.params ? 1 : 0) + (fact.commerce ? 2 : 0);
    const table = tables[carried] as (typeof tables)[number];
    return (table[fact.kind] ??= all.filter(({ facts }) => concerns(facts, fact)).map(({ value }) => value));
  };
}
