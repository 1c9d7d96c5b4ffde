/** What a widget counts, where that is not all visits: two of one title would else read alike. */
import type { Filter } from '@goalpost/contract/reports/filters';
import { useTranslation } from 'react-i18next';
import { readConditions } from '../report/filters/conditions.ts';
import { faultWords, filterWords } from '../report/filters/filter-words.ts';
import { useWording } from '../report/filters/use-wording.ts';
import { useSegmentNames } from '../report/segments/stored-segments.ts';
import type { Report } from '../report/use-report.ts';

const NONE: readonly Filter[] = [];

export function WidgetConditions({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { filters, segment, attribution } = report.within;
  const read = readConditions(filters ?? '');
  const list = Array.isArray(read) ? read : NONE;
  const wording = useWording(report, list);
  const ids = (segment ?? '').split(',').filter((id) => id !== '');
  const nameOf = useSegmentNames(report.counterId, ids);
  const names = ids.map((id) => nameOf(id) ?? id).join(', ');
  const said = [
    ...(Array.isArray(read) ? list.map((filter) => filterWords(filter, wording)) : [faultWords(read, t)]),
    ...(names === '' ? [] : [t('filter.segmentIs', { ids: names })]),
    ...(attribution === 'first' || attribution === 'last' ? [t(`attribution.${attribution}`)] : []),
  ];
  return said.length === 0 ? null : <p className="gp-widget-where gp-dim">{said.join(' · ')}</p>;
}
