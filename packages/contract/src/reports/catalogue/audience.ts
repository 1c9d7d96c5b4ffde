/** Who came, with what, and by which pages. */
import type { DimensionId } from '../names/dimensions.ts';
import { defineReport, type Report, type SectionId, type Text } from '../report.ts';
import { standardMetrics } from '../standard-metrics.ts';

const by = (id: string, section: SectionId, title: Text, ...dimensions: readonly DimensionId[]): Report =>
  defineReport({ id, section, title, dimensions, metrics: standardMetrics, sort: '-visits', chart: 'lines' });

export const countries = by('geo_country', 'audience', { en: 'Countries', ru: 'Страны' }, 'regionCountry');

export const userIds = by(
  'visits_by_client_user_id',
  'audience',
  { en: 'User IDs', ru: 'ID пользователей' },
  'userClientUserId',
);

export const entryPages = by(
  'content_entrance',
  'content',
  { en: 'Entry pages', ru: 'Страницы входа' },
  'startURLPathLevel1',
  'startURLPathLevel2',
  'startURLPathLevel3',
  'startURLPathLevel4',
  'startURL',
);

export const exitPages = by(
  'content_exit',
  'content',
  { en: 'Exit pages', ru: 'Страницы выхода' },
  'endURLPathLevel1',
  'endURLPathLevel2',
  'endURLPathLevel3',
  'endURLPathLevel4',
  'endURL',
);

export const browsers = by(
  'tech_browsers',
  'technology',
  { en: 'Browsers', ru: 'Браузеры' },
  'browser',
  'browserAndVersionMajor',
  'browserAndVersion',
);

export const platforms = by(
  'tech_platforms',
  'technology',
  { en: 'Operating systems', ru: 'Операционные системы' },
  'operatingSystemRoot',
  'operatingSystem',
);

export const devices = by(
  'tech_devices',
  'technology',
  { en: 'Devices', ru: 'Устройства' },
  'deviceCategory',
);

export const screens: Report = {
  ...by(
    'tech_display',
    'technology',
    { en: 'Screen sizes', ru: 'Размеры экранов' },
    'screenWidth',
    'screenHeight',
  ),
  chart: 'bars',
};

const LEVELS = ['1', '2', '3', '4', '5'] as const;

/** How often visitors come, how long they stay, and how many pages they see. */
export const loyalty: readonly Report[] = [
  by(
    'loyalty_newness',
    'audience',
    { en: 'Time since the first visit', ru: 'Время с первого визита' },
    'daysSinceFirstVisitInterval',
  ),
  by(
    'loyalty_visits',
    'audience',
    { en: 'Visits of a visitor', ru: 'Визиты посетителя' },
    'userVisitsInterval',
  ),
  by(
    'loyalty_period',
    'audience',
    { en: 'Visits in the period', ru: 'Визиты за период' },
    'userVisitsPeriodInterval',
  ),
  by(
    'loyalty_recency',
    'audience',
    { en: 'Time since the previous visit', ru: 'Время с прошлого визита' },
    'daysSincePreviousVisitInterval',
  ),
  by('deepness_depth', 'audience', { en: 'Pages in a visit', ru: 'Глубина просмотра' }, 'pageViewsInterval'),
  by('deepness_time', 'audience', { en: 'Length of visits', ru: 'Время на сайте' }, 'visitDurationInterval'),
  by(
    'visits_by_user_param',
    'audience',
    { en: 'Params of visitors', ru: 'Параметры посетителей' },
    ...LEVELS.map((level) => `userParamsLevel${level}` as const),
  ),
];

export const visitParams: Report = {
  ...by(
    'content_visit_params',
    'content',
    { en: 'Params of visits', ru: 'Параметры визитов' },
    ...LEVELS.map((level) => `paramsLevel${level}` as const),
  ),
  metrics: ['visits', 'users', 'paramsNumber', 'sumParams', 'avgParams'],
};

/** What browsers can do. */
export const abilities: readonly Report[] = [
  by(
    'tech_display_groups',
    'technology',
    { en: 'Formats of screens', ru: 'Форматы экранов' },
    'screenFormat',
  ),
  by('tech_cookies', 'technology', { en: 'Cookies', ru: 'Cookies' }, 'cookieEnabled'),
  by(
    'tech_third_party_cookies',
    'technology',
    { en: 'Third-party cookies', ru: 'Сторонние cookies' },
    'thirdPartyCookieEnabled',
  ),
  by('tech_java_script', 'technology', { en: 'JavaScript', ru: 'JavaScript' }, 'javascriptEnabled'),
  {
    ...by(
      'resolution_map',
      'technology',
      { en: 'Sizes of windows', ru: 'Размеры окон' },
      'windowClientWidth',
      'windowClientHeight',
    ),
    metrics: ['visits', 'users'],
    chart: 'bars',
  },
  by('robots', 'technology', { en: 'Robots', ru: 'Роботы' }, 'isRobot'),
  by('turbo_pages', 'technology', { en: 'Turbo pages', ru: 'Турбо-страницы' }, 'isTurboPage'),
];
