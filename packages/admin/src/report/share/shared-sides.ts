/** The two sides of a report as a link keeps them [A44]; pure. */
import type { ShareSides } from '@goalpost/contract/management';
import { allOf, ofSegments } from '../state/all-of.ts';
import { SIDE_DAYS, type Side } from '../state/sides.ts';
import type { Report } from '../use-report.ts';

/** @param isFixed whether guests see these days alone */
export function sharedSides(
  { sides, search }: Pick<Report, 'sides' | 'search'>,
  names: { readonly a: string; readonly b: string },
  isFixed: boolean,
): ShareSides | null {
  if (sides === null) return null;
  const { a, b } = sides;
  const named = SIDE_DAYS.find((known) => known === search.period_b);
  const own = { date1: b.days.from, date2: b.days.to };
  const following = isFixed ? undefined : named;
  return {
    a: { name: names.a, filters: chosen(a) },
    b: { name: names.b, filters: chosen(b) },
    days_b: search.period_b === undefined ? 'same' : (following ?? own),
  };
}

/** Segments are conditions, too. */
const chosen = ({ segment, filters }: Side): string => allOf([...ofSegments(segment), filters]) ?? '';
