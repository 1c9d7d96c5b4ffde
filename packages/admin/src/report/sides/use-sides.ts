/** What the two sides of a report are called, in words. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { useSegmentNames } from '../segments/stored-segments.ts';
import type { Days } from '../state/period.ts';
import { OTHER_SIDES } from '../state/sides.ts';
import type { Report } from '../use-report.ts';

export interface SideWords {
  readonly visits: string;
  readonly days: string;
  /** Both in one. */
  readonly whole: string;
}

/** The choice of own conditions ends in three dots; what it made does not. */
const NAMES = { all: 'sides.all', rest: 'sides.rest', own: 'sides.chosen' } as const;

/** @returns null where the report has one side */
export function useSideWords(report: Report): { readonly a: SideWords; readonly b: SideWords } | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { counterId, search, sides } = report;
  const { segment, filters, segment_b: other } = search;
  const numbers = sides === null ? [] : [segment, other].flatMap((ids) => ids?.split(',') ?? []);
  const nameOf = useSegmentNames(counterId, numbers);
  if (sides === null) return null;
  const named = (ids: string): string =>
    nameOf(ids) ??
    t('filter.segmentIs', {
      ids: ids
        .split(',')
        .map((id) => nameOf(id) ?? id)
        .join(', '),
    });
  const ofA =
    segment !== undefined ? named(segment) : t(filters === undefined ? 'sides.all' : 'sides.chosen');
  const rule = OTHER_SIDES.find((known) => known === other);
  const ofB = other === undefined ? t('sides.same') : rule === undefined ? named(other) : t(NAMES[rule]);
  const side = (visits: string, days: string): SideWords => ({
    visits,
    days,
    whole: t('sides.visitsOf', { visits, days }),
  });
  const range = ({ from, to }: Days): string => format.range(from, to);
  return {
    a: side(ofA, range(sides.a.days)),
    b: side(ofB, search.period_b === undefined ? t('sides.sameDays') : range(sides.b.days)),
  };
}
