/** Reports of page views, events, downloads and what was told of visitors: each by its own rows. */
import type { DimensionId } from '../names/dimensions.ts';
import type { MetricId } from '../names/metrics.ts';
import { defineReport, type Report, type ReportScope, type Text } from '../report.ts';

interface Rows {
  readonly scope: ReportScope;
  readonly metrics: readonly [MetricId, ...MetricId[]];
}

const PAGE_VIEWS: Rows = { scope: 'pv', metrics: ['pageviews', 'users'] };
const EVENTS: Rows = { scope: 'ep', metrics: ['eventsNumber', 'users'] };
const DOWNLOADS: Rows = { scope: 'dl', metrics: ['downloads', 'users'] };
const VISITORS: Rows = { scope: 'up', metrics: ['users', 'params'] };

const of = (rows: Rows, id: string, title: Text, ...dimensions: readonly DimensionId[]): Report =>
  defineReport({
    id,
    section: 'content',
    title,
    dimensions,
    ...rows,
    sort: `-${rows.metrics[0]}`,
    chart: 'lines',
  });

const ADDRESS = ['URLPathLevel1', 'URLPathLevel2', 'URLPathLevel3', 'URLPathLevel4', 'URL'] as const;
const PARAMS = [
  'eventParamsLevel1',
  'eventParamsLevel2',
  'eventParamsLevel3',
  'eventParamsLevel4',
  'eventParamsLevel5',
] as const;

/** What people look at, first in the section. */
export const pages: readonly Report[] = [
  of(PAGE_VIEWS, 'popular', { en: 'Popular pages', ru: 'Популярные страницы' }, ...ADDRESS),
  of(PAGE_VIEWS, 'titles', { en: 'Titles of pages', ru: 'Заголовки страниц' }, 'title'),
];

export const pageDetails: readonly Report[] = [
  of(
    PAGE_VIEWS,
    'url_params',
    { en: 'Parameters of addresses', ru: 'Параметры URL' },
    'URLParamName',
    'URLParamNameAndValue',
  ),
  of(DOWNLOADS, 'downloads', { en: 'Downloads', ru: 'Загрузки файлов' }, ...ADDRESS),
  of(EVENTS, 'event_params', { en: 'Params of events', ru: 'Параметры событий' }, ...PARAMS),
  of(
    EVENTS,
    'goal_params',
    { en: 'Params of completed goals', ru: 'Параметры достигнутых целей' },
    'goalReached',
    ...PARAMS,
  ),
  of(
    VISITORS,
    'content_user_params',
    { en: 'What was told of visitors', ru: 'Что передано о посетителях' },
    'paramsLevel1',
    'paramsLevel2',
    'paramsLevel3',
    'paramsLevel4',
    'paramsLevel5',
  ),
];
