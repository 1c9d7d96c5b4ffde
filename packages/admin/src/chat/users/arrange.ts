/** The order of Users: as chosen, but nothing moves while the pointer is on it. Pure. */
import type { Person } from '@goalpost/contract/chat';

export interface Row {
  readonly key: string;
  readonly person: Person;
  /** Left while the order was held: shown until it may move again. */
  readonly gone: boolean;
}

/** What the rows can be sorted by; as in reports, a minus in front puts the most on top. */
export const SORTED_COLUMNS = ['time', 'visits', 'pages'] as const;
export type SortedColumn = (typeof SORTED_COLUMNS)[number];
export type UsersSort = SortedColumn | `-${SortedColumn}`;
export const USERS_SORTS: readonly UsersSort[] = SORTED_COLUMNS.flatMap((column) => [
  column,
  `-${column}` as const,
]);
/** The newest on top. */
export const NEWEST: UsersSort = 'time';

export const columnOf = (sort: UsersSort): SortedColumn | undefined =>
  SORTED_COLUMNS.find((column) => sort.endsWith(column));

const VALUES: { readonly [K in SortedColumn]: (person: Person) => number } = {
  time: ({ since }) => -since,
  visits: ({ visits }) => visits,
  pages: ({ pages }) => pages,
};

function inOrder(sort: UsersSort): (a: Row, b: Row) => number {
  const value = VALUES[columnOf(sort) ?? 'time'];
  const sign = sort.startsWith('-') ? -1 : 1;
  return (a, b) =>
    sign * (value(a.person) - value(b.person)) ||
    b.person.since - a.person.since ||
    a.key.localeCompare(b.key);
}

/**
 * @param before the rows as they are on screen
 * @param still true: what is on screen keeps its place, those who come are put below
 */
export function arrange(
  before: readonly Row[],
  people: ReadonlyMap<string, Person>,
  still: boolean,
  sort: UsersSort = NEWEST,
): readonly Row[] {
  const now = [...people].map(([key, person]): Row => ({ key, person, gone: false }));
  if (!still) return now.toSorted(inOrder(sort));
  const known = new Set(before.map(({ key }) => key));
  const kept = before.map((row): Row => {
    const person = people.get(row.key);
    if (person !== undefined)
      return person === row.person && !row.gone ? row : { key: row.key, person, gone: false };
    return row.gone ? row : { ...row, gone: true };
  });
  return [...kept, ...now.filter(({ key }) => !known.has(key)).toSorted(inOrder(sort))];
}
