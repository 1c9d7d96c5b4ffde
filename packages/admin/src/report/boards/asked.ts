/** From full names of the API back to what screens know of a metric or a dimension. Pure. */
import {
  bareName,
  DIMENSIONS,
  METRICS,
  scopeOfName,
  type DimensionId,
  type MetricId,
} from '@goalpost/contract/reports/names';
import { spelled } from '../dimensions.ts';
import { measureOf, type Measure } from '../metrics.ts';

export interface AskedMetric {
  readonly measure: Measure;
  /** 0: it names no goal. */
  readonly goalId: number;
}

/** @returns null for a name that screens do not know */
export function askedMetric(name: string): AskedMetric | null {
  const local = bareName(name);
  const [, goal, rest = ''] = /^goal(\d+)(.+)$/.exec(local) ?? [];
  const id = goal === undefined ? local : `goal<goal_id>${rest}`;
  if (!Object.hasOwn(METRICS, id)) return null;
  return {
    measure: measureOf(id as MetricId, Number(goal ?? 0), scopeOfName(name)),
    goalId: Number(goal ?? 0),
  };
}

export const askedDimension = (name: string | null): DimensionId | null =>
  name === null ? null : (DIMENSIONS.find((id) => spelled(id, scopeOfName(name)) === name) ?? null);
