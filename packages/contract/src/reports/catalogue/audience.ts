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
