/** What a shared link may ask [A33]: the server writes the whole question, the caller only chooses within bounds. */
import {
  ALL_REPORTS,
  type SharedQuestion,
  type SharePeriod,
  type ShareSides,
} from '@goalpost/contract/management';
import { publicReports } from '@goalpost/contract/management/in-person';
import { REPORTS, type Report } from '@goalpost/contract/reports/catalogue';
import { fullName } from '@goalpost/contract/reports/names';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import type { RawParams } from '../query/index.ts';
import type { ShareRecord } from './port.ts';

const ROWS = 100;
const DEFAULT_PERIOD = { date1: '29daysAgo', date2: 'today' };

type WhatIsShown = Pick<ShareRecord, 'report' | 'path' | 'filters'>;

export function reportsOf({ report, path, filters }: WhatIsShown): readonly Report[] {
  if (path !== null) return [];
  return report === ALL_REPORTS ? publicReports(filters !== '') : REPORTS.filter(({ id }) => id === report);
}

const refused = (message: string, location: string): Problem => problem('access_denied', message, location);

export function questionOf(share: ShareRecord, asked: SharedQuestion): RawParams | Problem {
  const shown = reportsOf(share);
  const entry = asked.report === undefined ? shown[0] : shown.find(({ id }) => id === asked.report);
  if (entry === undefined) return refused('This link does not show this report.', 'report');
  const ofSides = (['side', 'date1_b', 'date2_b'] as const).find((name) => asked[name] !== undefined);
  if (share.sides === null && ofSides !== undefined) return refused('This link has one side.', ofSides);
  const days = share.sides === null ? daysOf(share, asked) : daysOfSides(share, share.sides, asked);
  if (isProblem(days)) return days;
  return {
    ids: String(share.counterId),
    ...days,
    ...(share.filters === '' ? {} : { filters: share.filters }),
    ...filtersOf(share.sides),
    attribution: share.attribution,
    group: asked.group,
    lang: asked.lang,
    preset: entry.id,
    // The chart, too: it adds up to the total of its table, which leaves out rows that have no value.
    ...(share.levels.length === 0 ? {} : { dimensions: share.levels.join() }),
    ...(asked.what === 'chart'
      ? { metrics: share.metrics[0] ?? fullName(entry.metrics[0] ?? 'visits', entry.scope), top_keys: '1' }
      : {
          ...columnsOf(share),
          parent_id: JSON.stringify(asked.parent),
          limit: String(ROWS),
          offset: String(asked.offset),
          ...(asked.sort === undefined ? {} : { sort: asked.sort }),
        }),
  };
}

function filtersOf(sides: ShareSides | null): RawParams {
  if (sides === null) return {};
  const { a, b } = sides;
  return {
    ...(a.filters === '' ? {} : { filters_a: a.filters }),
    ...(b.filters === '' ? {} : { filters_b: b.filters }),
  };
}

/** Sorted by what it shows, also where the report itself is sorted by another column. */
function columnsOf({ metrics, sort }: ShareRecord): RawParams {
  const by = sort === '' && metrics[0] !== undefined ? `-${metrics[0]}` : sort;
  return {
    ...(metrics.length === 0 ? {} : { metrics: metrics.join() }),
    ...(by === '' ? {} : { sort: by }),
  };
}

export function daysOf(
  { period }: ShareRecord,
  asked: Pick<SharedQuestion, 'date1' | 'date2'>,
): SharePeriod | Problem {
  const { date1 = DEFAULT_PERIOD.date1, date2 = DEFAULT_PERIOD.date2 } = asked;
  if (period === null) return { date1, date2 };
  const moved = (['date1', 'date2'] as const).find((day) => (asked[day] ?? period[day]) !== period[day]);
  return moved === undefined ? period : refused('The days of this link are fixed.', moved);
}

/** Whether days of side B are as many others as side A has, which the caller works out. */
export const isNamed = (days: ShareSides['days_b']): boolean => typeof days === 'string' && days !== 'same';

/** Side B has the days of side A, days of its own, or such as the guest chooses, where these are free. */
function daysOfSides(share: ShareRecord, { days_b: said }: ShareSides, asked: SharedQuestion) {
  const a = daysOf(share, asked);
  if (isProblem(a)) return a;
  const own = typeof said === 'string' ? a : said;
  const isFree = isNamed(said) && share.period === null;
  const b = { date1: asked.date1_b ?? own.date1, date2: asked.date2_b ?? own.date2 };
  const moved = (['date1', 'date2'] as const).find((day) => !isFree && b[day] !== own[day]);
  if (moved !== undefined) return refused('The days of side B are fixed.', `${moved}_b`);
  return { date1_a: a.date1, date2_a: a.date2, date1_b: b.date1, date2_b: b.date2 };
}
