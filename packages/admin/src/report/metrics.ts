/** The metrics that screens show: the API's name with its number of a goal, and how values are written. */
import type { ReportScope } from '@goalpost/contract/reports/catalogue';
import { fullName, METRICS, type MetricId, type Unit } from '@goalpost/contract/reports/names';
import type { Format } from '../ui/format.ts';

export interface Measure {
  /** The API's name. */
  readonly metric: string;
  readonly kind: Unit;
  readonly lowerIsBetter: boolean;
  readonly label: `metric.${MetricId}`;
  /** One sentence that says what is counted. */
  readonly help: `metricHelp.${MetricId}`;
}

export function measureOf(id: MetricId, goalId = 0, scope?: ReportScope): Measure {
  const info = METRICS[id];
  return {
    metric: fullName(id, scope).replace('<goal_id>', String(goalId)),
    kind: info.unit,
    lowerIsBetter: 'lowerIsBetter' in info,
    label: `metric.${id}`,
    help: `metricHelp.${id}`,
  };
}

export const VISITS = measureOf('visits');
export const USERS = measureOf('users');
export const BOUNCES = measureOf('bounceRate');
export const DURATION = measureOf('avgVisitDurationSeconds');
export const CONVERSIONS = measureOf('sumGoalReachesAny');
export const ANY_RATE = measureOf('anyGoalConversionRate');

export const GOAL_MEASURES = [
  'reaches',
  'visits',
  'users',
  'conversionRate',
  'userConversionRate',
  'revenue',
] as const;
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

export const goalMeasure = (goalId: number, measure: GoalMeasure): Measure =>
  measureOf(`goal<goal_id>${measure}`, goalId);

export const backfilledReaches = (goalId: number): Measure =>
  measureOf('goal<goal_id>backfilledReaches', goalId);

export function writeValue(
  format: Format,
  kind: Unit,
  value: number | null | undefined,
  currency: string,
): string {
  switch (kind) {
    case 'count':
      return format.short(value);
    case 'percent':
      return format.percent(value);
    case 'decimal':
      return format.decimal(value);
    case 'duration':
      return format.duration(value);
    case 'money':
      return format.money(value, currency);
  }
}
