/** The metrics that screens show: what the API calls them, how they are written, and which way is better. */
import type { Format } from '../ui/format.ts';

export type ValueKind = 'count' | 'percent' | 'decimal' | 'duration' | 'money';

export interface Measure {
  /** The API's name. */
  readonly metric: string;
  readonly kind: ValueKind;
  readonly label: MetricLabel;
  readonly lowerIsBetter?: boolean;
}

export type MetricLabel =
  | 'metric.visits'
  | 'metric.users'
  | 'metric.pageviews'
  | 'metric.bounceRate'
  | 'metric.pageDepth'
  | 'metric.avgVisitDurationSeconds'
  | 'metric.newUsers'
  | 'metric.conversions'
  | 'metric.anyRate'
  | 'metric.reaches'
  | 'metric.convertedVisits'
  | 'metric.convertedUsers'
  | 'metric.conversionRate'
  | 'metric.userConversionRate'
  | 'metric.revenue';

export const VISITS: Measure = { metric: 'ym:s:visits', kind: 'count', label: 'metric.visits' };
export const USERS: Measure = { metric: 'ym:s:users', kind: 'count', label: 'metric.users' };
export const PAGEVIEWS: Measure = { metric: 'ym:s:pageviews', kind: 'count', label: 'metric.pageviews' };
export const NEW_USERS: Measure = { metric: 'ym:s:newUsers', kind: 'count', label: 'metric.newUsers' };
export const BOUNCES: Measure = {
  metric: 'ym:s:bounceRate',
  kind: 'percent',
  label: 'metric.bounceRate',
  lowerIsBetter: true,
};
export const DEPTH: Measure = { metric: 'ym:s:pageDepth', kind: 'decimal', label: 'metric.pageDepth' };
export const DURATION: Measure = {
  metric: 'ym:s:avgVisitDurationSeconds',
  kind: 'duration',
  label: 'metric.avgVisitDurationSeconds',
};
export const CONVERSIONS: Measure = {
  metric: 'ym:s:sumGoalReachesAny',
  kind: 'count',
  label: 'metric.conversions',
};
export const ANY_RATE: Measure = {
  metric: 'ym:s:anyGoalConversionRate',
  kind: 'percent',
  label: 'metric.anyRate',
};

export const GOAL_MEASURES = [
  'reaches',
  'visits',
  'users',
  'conversionRate',
  'userConversionRate',
  'revenue',
] as const;
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

const GOAL_LOOK: Record<GoalMeasure, { readonly kind: ValueKind; readonly label: MetricLabel }> = {
  reaches: { kind: 'count', label: 'metric.reaches' },
  visits: { kind: 'count', label: 'metric.convertedVisits' },
  users: { kind: 'count', label: 'metric.convertedUsers' },
  conversionRate: { kind: 'percent', label: 'metric.conversionRate' },
  userConversionRate: { kind: 'percent', label: 'metric.userConversionRate' },
  revenue: { kind: 'money', label: 'metric.revenue' },
};

export function goalMeasure(goalId: number, measure: GoalMeasure): Measure {
  return { metric: `ym:s:goal${goalId}${measure}`, ...GOAL_LOOK[measure] };
}

export function writeValue(
  format: Format,
  kind: ValueKind,
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
