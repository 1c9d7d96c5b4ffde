/** Who came, with what, and by which pages. */
import { defineReport, visitNames, type Report } from '../report.ts';
import { standardMetrics } from './standard-metrics.ts';

const by = (id: string, ...dimensions: string[]): Report =>
  defineReport({ id, dimensions: visitNames(...dimensions), metrics: standardMetrics });

const pathOf = (page: string): string[] => [...[1, 2, 3, 4].map((level) => `${page}PathLevel${level}`), page];

export const audienceReports: readonly Report[] = [
  by('geo_country', 'regionCountry'),
  by('content_entrance', ...pathOf('startURL')),
  by('content_exit', ...pathOf('endURL')),
  by('tech_browsers', 'browser', 'browserAndVersionMajor', 'browserAndVersion'),
  by('tech_platforms', 'operatingSystemRoot', 'operatingSystem'),
  by('tech_devices', 'deviceCategory'),
  by('tech_display', 'screenWidth', 'screenHeight'),
];
