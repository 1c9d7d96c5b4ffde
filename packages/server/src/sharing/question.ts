/** What a shared link may ask [A33]: the server writes the whole question, the caller only chooses within bounds. */
import { ALL_REPORTS, type SharedQuestion, type SharePeriod } from '@goalpost/contract/management';
import { REPORTS, type Report } from '@goalpost/contract/reports/catalogue';
import { fullName } from '@goalpost/contract/reports/names';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
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
  const days = daysOf(share, asked);
  if (isProblem(days)) return days;
  return {
    ids: String(share.counterId),
    ...days,
    ...(share.filters === '' ? {} : { filters: share.filters }),
    attribution: share.attribution,
    group: asked.group,
    lang: asked.lang,
    ...(asked.what === 'chart'
      ? { metrics: fullName(entry.metrics[0] ?? 'visits', entry.scope) }
      : {
          preset: entry.id,
          parent_id: JSON.stringify(asked.parent),
          limit: String(ROWS),
          offset: String(asked.offset),
          ...(asked.sort === undefined ? {} : { sort: asked.sort }),
        }),
  };
}

function daysOf({ period }: ShareRecord, asked: SharedQuestion): SharePeriod | Problem {
  const { date1 = DEFAULT_PERIOD.date1, date2 = DEFAULT_PERIOD.date2 } = asked;
  if (period === null) return { date1, date2 };
  const moved = (['date1', 'date2'] as const).find((day) => (asked[day] ?? period[day]) !== period[day]);
  return moved === undefined ? period : refused('The days of this link are fixed.', moved);
}
