/** Two segments or two periods side by side, as the address says them [M123], [M147]; pure. */
import { allOf, ofSegments } from './all-of.ts';
import { COMPARISONS, comparedDays, daysOf, isPeriodName, type Days } from './period.ts';

/** What side B may be instead of a saved segment. */
export const OTHER_SIDES = ['all', 'rest', 'own'] as const;

/** Days that side B may have by name; all but none at all. */
export const SIDE_DAYS = COMPARISONS.filter((name) => name !== 'off');

/** One side: which visits, and of which days. */
export interface Side {
  readonly days: Days;
  readonly segment?: string | undefined;
  readonly filters?: string | undefined;
}

export interface Sides {
  readonly a: Side;
  readonly b: Side;
  /** Conditions of both. */
  readonly filters?: string | undefined;
}

/** What of an address makes a second side, taken out. */
export const ONE_SIDE = { segment_b: undefined, filters_b: undefined, period_b: undefined } as const;

export interface SidesSearch {
  readonly period?: string | undefined;
  readonly filters?: string | undefined;
  readonly segment?: string | undefined;
  readonly segment_b?: string | undefined;
  readonly filters_b?: string | undefined;
  readonly period_b?: string | undefined;
}

export const isSideSegment = (text: string): boolean =>
  OTHER_SIDES.some((known) => known === text) || /^\d{1,10}(,\d{1,10}){0,9}$/.test(text);

export const isSideDays = (text: string): boolean =>
  SIDE_DAYS.some((known) => known === text) || isPeriodName(text);

/** @returns null where the address asks for one side alone */
export function sidesOf(search: SidesSearch, days: Days, today: string): Sides | null {
  const { period = '30d', filters, segment, segment_b: other, period_b: otherDays } = search;
  if (other === undefined && otherDays === undefined) return null;
  const bDays = otherDays === undefined ? days : daysOfSide(otherDays, period, days, today);
  if (other === undefined) return { a: { days, segment }, b: { days: bDays, segment }, filters };
  if (other === 'own')
    return { a: { days, segment, filters }, b: { days: bDays, filters: search.filters_b } };
  if (other === 'all') return { a: { days, segment, filters }, b: { days: bDays } };
  if (other === 'rest')
    return { a: { days, segment, filters }, b: { days: bDays, filters: withoutThem(segment, filters) } };
  return { a: { days, segment }, b: { days: bDays, segment: other }, filters };
}

function daysOfSide(name: string, period: string, days: Days, today: string): Days {
  const comparison = SIDE_DAYS.find((known) => known === name);
  if (comparison === undefined) return daysOf(name, today);
  return comparedDays(period, days, comparison) ?? days;
}

/** No visit has two kinds of device. */
const NOBODY = "ym:s:deviceCategory=='desktop' AND ym:s:deviceCategory=='mobile'";

/** What side A leaves out; a filter that no visit meets where it leaves out nothing. */
function withoutThem(segment: string | undefined, filters: string | undefined): string {
  const chosen = allOf([...ofSegments(segment), filters]);
  return chosen === undefined ? NOBODY : `NOT (${chosen})`;
}
