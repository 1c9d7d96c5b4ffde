/** The numbers that a table may show beside those of its report, and which a person chose. */
import type { MetricId } from '@goalpost/contract/reports/names';
import { METRICS } from '@goalpost/contract/reports/names';

/** The API takes 20; goals beside them take up to 12. */
export const MAX_COLUMNS = 8;

const OFFERED: readonly MetricId[] = [
  'visits',
  'users',
  'pageviews',
  'newUsers',
  'percentNewVisitors',
  'bounceRate',
  'pageDepth',
  'avgVisitDurationSeconds',
  'visitsPerDay',
  'sumGoalReachesAny',
  'anyGoalConversionRate',
];

/** Those of the report first. */
export function offeredFor(own: readonly MetricId[]): MetricId[] {
  return [...new Set([...own.filter(isPlain), ...OFFERED])];
}

/** Favourites have columns of their own. */
export const isPlain = (id: MetricId): boolean => !id.startsWith('favoriteGoals');

const isMetric = (id: string): id is MetricId => Object.hasOwn(METRICS, id);

/** @returns null where the text names none that may be shown */
export function readColumns(
  text: string | undefined | null,
  offered: readonly MetricId[],
): MetricId[] | null {
  const named = (text ?? '').split(',').filter(isMetric);
  const known = [...new Set(named)].filter((id) => offered.includes(id)).slice(0, MAX_COLUMNS);
  return known.length === 0 ? null : known;
}
