/** For tests: metrics of how new, frequent and able visitors are, over a plain list of visits. */
import type { VisitRow } from '../../collect/index.ts';
import { sinceFirst, sincePrevious } from './test-kept-dimensions.ts';
import type { ModelMetric } from './test-metric.ts';

const percent = (a: number, b: number): number | null => (b === 0 ? null : (100 * a) / b);
const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((total, one) => total + one, 0) / numbers.length;
const different = (values: readonly string[]): number => new Set(values).size;

const visitsWhere =
  (test: (visit: VisitRow) => boolean): ModelMetric =>
  (visits) =>
    percent(visits.filter(test).length, visits.length);

const usersWhere =
  (test: (visit: VisitRow) => boolean): ModelMetric =>
  (visits) =>
    percent(
      different(visits.filter(test).map(({ visitor_id }) => visitor_id)),
      different(visits.map(({ visitor_id }) => visitor_id)),
    );

const within = (value: number | null, from: number, to: number): boolean =>
  value !== null && value >= from && value <= to;

const AGES = {
  upToDay: [0, 0],
  upToWeek: [1, 7],
  upToMonth: [8, 31],
  upToQuarter: [32, 90],
  upToYear: [91, 365],
  overYear: [366, 1e9],
} as const;
const GAPS = { oneDay: [0, 1], upToWeek: [2, 7], upToMonth: [8, 31], overMonth: [32, 1e9] } as const;
const COUNTS = {
  oneVisit: [1, 1],
  upTo3Visits: [2, 3],
  upTo7Visits: [4, 7],
  upTo31Visits: [8, 31],
  over32Visits: [32, 1e9],
} as const;

const shares = (
  classes: Readonly<Record<string, readonly [number, number]>>,
  tail: string,
  make: typeof visitsWhere,
  value: (visit: VisitRow) => number | null,
): Record<string, ModelMetric> =>
  Object.fromEntries(
    Object.entries(classes).map(([name, [from, to]]) => [
      `${name}${tail}Percentage`,
      make((visit) => within(value(visit), from, to)),
    ]),
  );

const gaps = (visits: readonly VisitRow[]): number[] =>
  visits.map(sincePrevious).filter((days) => days !== null);

export const VISITOR_METRICS: Readonly<Record<string, ModelMetric>> = {
  crossDeviceUsers: (visits) =>
    different(visits.map(({ user_id, visitor_id }) => (user_id === '' ? visitor_id : `user ${user_id}`))),
  newUserVisitsPercentage: visitsWhere(({ visit_number }) => visit_number === 1),
  avgDaysSinceFirstVisit: (visits) => mean(visits.map(sinceFirst)),
  avgDaysBetweenVisits: (visits) => mean(gaps(visits)),
  userRecencyDays: (visits) => mean(gaps(visits)),
  ...shares(AGES, 'SinceFirstVisit', visitsWhere, sinceFirst),
  ...shares(AGES, 'UserRecency', visitsWhere, sincePrevious),
  ...shares(GAPS, 'BetweenVisits', visitsWhere, sincePrevious),
  ...shares(COUNTS, 'PerUser', usersWhere, ({ visit_number }) => visit_number),
  robotVisits: (visits) => visits.filter(({ is_robot }) => is_robot).length,
  robotPercentage: visitsWhere(({ is_robot }) => is_robot),
  GCLIDPercentage: visitsWhere(({ gclid }) => gclid === true),
  originalPageviews: (visits) => visits.reduce((total, { page_views }) => total + page_views, 0),
  originalBounceRate: visitsWhere(({ is_bounce }) => is_bounce),
  originalPageDepth: (visits) => mean(visits.map(({ page_views }) => page_views)),
  avgOriginalVisitDurationSeconds: (visits) => mean(visits.map(({ duration }) => duration)),
  visitsPerHour: (visits, { days }) => visits.length / (24 * days),
  visitsPerMinute: (visits, { days }) => visits.length / (1_440 * days),
  cookieEnabledPercentage: visitsWhere(({ cookies }) => cookies === 'yes'),
  jsEnabledPercentage: visitsWhere(({ javascript }) => javascript === 'yes'),
  thirdPartyCookieEnabledPercentage: visitsWhere(({ third_party_cookies: taken }) => taken === 'yes'),
  mobilePercentage: visitsWhere(({ device_category: device }) => device === 'mobile' || device === 'tablet'),
};
