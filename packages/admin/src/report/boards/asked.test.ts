import { DIMENSIONS, METRICS, type MetricId } from '@goalpost/contract/reports/names';
import { expect, it } from 'vitest';
import { spelled } from '../dimensions.ts';
import { measureOf } from '../metrics.ts';
import { askedDimension, askedMetric } from './asked.ts';

it('[M120] finds every metric and dimension that a screen can put on a board by its full name', () => {
  for (const id of Object.keys(METRICS).filter((one) => !one.includes('<currency>')) as MetricId[]) {
    const goalId = id.includes('<goal_id>') ? 12 : 0;
    expect(askedMetric(measureOf(id, goalId).metric)).toEqual({ measure: measureOf(id, goalId), goalId });
  }
  for (const id of DIMENSIONS) expect(askedDimension(spelled(id))).toBe(id);
  expect([
    askedMetric('ym:s:nothing'),
    askedMetric('toString'),
    askedDimension('x'),
    askedDimension(null),
  ]).toEqual([null, null, null, null]);
});
