/** The order of Users: the newest on top, but nothing moves while the pointer is on it. Pure. */
import type { Person } from '@goalpost/contract';

export interface Row {
  readonly key: string;
  readonly person: Person;
  /** Left while the order was held: shown until it may move again. */
  readonly gone: boolean;
}

function byArrival(a: Row, b: Row): number {
  return b.person.since - a.person.since || a.key.localeCompare(b.key);
}

/**
 * @param before the rows as they are on screen
 * @param still true: what is on screen keeps its place, those who come are put below
 */
export function arrange(
  before: readonly Row[],
  people: ReadonlyMap<string, Person>,
  still: boolean,
): readonly Row[] {
  const now = [...people].map(([key, person]): Row => ({ key, person, gone: false }));
  if (!still) return now.toSorted(byArrival);
  const known = new Set(before.map(({ key }) => key));
  const kept = before.map((row): Row => {
    const person = people.get(row.key);
    if (person !== undefined)
      return person === row.person && !row.gone ? row : { key: row.key, person, gone: false };
    return row.gone ? row : { ...row, gone: true };
  });
  return [...kept, ...now.filter(({ key }) => !known.has(key)).toSorted(byArrival)];
}
