/** How many completions of goals a row has, whatever of them it is a row by [M69]. */
import { reaches } from '../lists/reaches.ts';
import { defineMetric, type Metric } from '../metric.ts';

export const goalReachMetrics: readonly Metric[] = [
  defineMetric({
    id: 'goalReaches',
    ours: true,
    lists: [reaches],
    ofNothing: 0,
    sql: (scope) => `sum(length(${scope.records(reaches)}))`,
  }),
];
