/** The columns of a table: those of the report, then those of the chosen goals, each once. */
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { METRICS, type MetricId } from '@goalpost/contract/reports/names';
import { expect, it } from 'vitest';
import { columnsOf } from './goal-columns.ts';

const namesOf = (metrics: readonly MetricId[], chosen: readonly number[] | null) =>
  columnsOf(metrics, chosen, []).map(({ metric }) => metric);

const choices = [
  ...REPORTS.map(({ id, metrics }) => [id, metrics] as const),
  ['all that can be chosen', Object.keys(METRICS) as MetricId[]] as const,
];

it.each(choices)('%s names no metric twice, whatever goals are chosen', (_, metrics) => {
  for (const chosen of [null, [], [7, 8]]) {
    const names = namesOf(metrics, chosen);
    expect(names).toEqual([...new Set(names)]);
  }
});

it('puts conversions behind the columns of the report', () => {
  expect(namesOf(['visits'], [])).toEqual([
    'ym:s:visits',
    'ym:s:sumGoalReachesAny',
    'ym:s:anyGoalConversionRate',
  ]);
});
