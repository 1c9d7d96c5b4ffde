/** Which rows make up a change, largest first [M118], and whether it is more than chance. Pure. */
import type { ChangesResponse, Contribution } from '@goalpost/contract/reports/changes';
import type { DimensionValue } from '@goalpost/contract/reports';

export interface Sides {
  readonly a: number;
  readonly b: number;
}

/** Fewer than this say nothing of a change. */
const FEW = 20;

/** Counts of things that come by themselves differ by this many deviations less than once in twenty times. */
const DEVIATIONS = 2;

/** Of a count: whether the two sides differ by more than chance makes them differ. */
export const isClear = ({ a, b }: Sides): boolean =>
  Math.max(a, b) >= FEW && Math.abs(a - b) > DEVIATIONS * Math.sqrt(a + b);

export interface Changed {
  readonly counts: boolean;
  readonly total: Sides;
  readonly rows: readonly (Sides & { readonly value: DimensionValue })[];
  readonly limit: number;
}

export const changeOf = ({ a, b }: Sides, counts: boolean): Omit<Contribution, 'value'> => ({
  a,
  b,
  change: difference(a, b),
  clear: counts ? isClear({ a, b }) : null,
});

export function contributions({
  counts,
  total,
  rows,
  limit,
}: Changed): Omit<ChangesResponse['dimensions'][number], 'dimension'> {
  const changes = rows
    .map(({ value, ...sides }) => ({ value, ...changeOf(sides, counts) }))
    .filter(({ change }) => change !== 0)
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .slice(0, limit);
  const explained = changes.reduce((sum, { change }) => sum + change, 0);
  return { rows: changes, rest: difference(difference(total.a, total.b), explained) };
}

/** Money is exact to the millionth; without this the rest would be dust. */
const difference = (a: number, b: number): number => Math.round((a - b) * 1e6) / 1e6;
