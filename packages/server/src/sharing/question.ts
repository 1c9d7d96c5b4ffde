/** What a shared link may ask [A33]: the server writes the whole question, the caller only chooses within bounds. */
import type { SharedQuestion } from '@goalpost/contract/management';
import { ALL_REPORTS } from '@goalpost/contract/management';
import { REPORTS, type Report } from '@goalpost/contract/reports/catalogue';
import { problem, type Problem } from '../kit/problem.ts';
import type { RawParams } from '../query/index.ts';
import type { ShareRecord } from './port.ts';

const ROWS = 100;
const DEFAULT_PERIOD = { date1: '29daysAgo', date2: 'today' };

export const reportsOf = ({ report }: Pick<ShareRecord, 'report'>): readonly Report[] =>
  report === ALL_REPORTS ? REPORTS : REPORTS.filter(({ id }) => id === report);

const refused = (message: string, location: string): Problem => problem('access_denied', message, location);

export function questionOf(share: ShareRecord, asked: SharedQuestion): RawParams | Problem {
  const shown = reportsOf(share);
  const entry = asked.report === undefined ? shown[0] : shown.find(({ id }) => id === asked.report);
  if (entry === undefined) return refused('This link does not show this report.', 'report');
  const { date1, date2 } = asked;
  if (share.period !== null && (date1 ?? share.period.date1) !== share.period.date1)
    return refused('The days of this link are fixed.', 'date1');
  if (share.period !== null && (date2 ?? share.period.date2) !== share.period.date2)
    return refused('The days of this link are fixed.', 'date2');
  const days = share.period ?? {
    date1: date1 ?? DEFAULT_PERIOD.date1,
    date2: date2 ?? DEFAULT_PERIOD.date2,
  };
  return {
    ids: String(share.counterId),
    ...days,
    ...(share.filters === '' ? {} : { filters: share.filters }),
    group: asked.group,
    lang: asked.lang,
    ...(asked.what === 'chart'
      ? { metrics: `ym:s:${entry.metrics[0] ?? 'visits'}` }
      : {
          preset: entry.id,
          parent_id: JSON.stringify(asked.parent),
          limit: String(ROWS),
          offset: String(asked.offset),
          ...(asked.sort === undefined ? {} : { sort: asked.sort }),
        }),
  };
}
