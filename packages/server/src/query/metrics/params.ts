/** How many params were sent, and what their numbers add up to [M51]. */
import { eventParams, PLACE, sentUserParams, VALUE, visitorParams, visitParams } from '../lists/params.ts';
import { RECORD, type RecordList } from '../lists/records.ts';
import { defineMetric, ratio, type Metric, type MetricScope } from '../metric.ts';
import type { ScopeId } from '../scopes/scope.ts';

/** Each param once, though it may stand beside several goals. */
const sentSql = (list: RecordList) => (scope: MetricScope) =>
  `arrayDistinct(arrayMap(${RECORD} -> (${PLACE}, ${VALUE}), arrayFilter(${RECORD} -> ${PLACE} > 0, ${scope.records(list)})))`;

interface Named {
  readonly scope: ScopeId;
  readonly list: RecordList;
  readonly count: string;
  readonly sum?: string;
  readonly mean?: string;
}

function family({ scope, list, count, sum, mean }: Named): readonly Metric[] {
  const sent = sentSql(list);
  const number = `ifNull(${RECORD}.2, 0)`;
  // Exact whatever the order of rows.
  const total = (at: MetricScope): string =>
    `sumArray(arrayMap(${RECORD} -> toInt128(round(${number} * 1e6)), ${sent(at)})) / 1e6`;
  const numbers = (at: MetricScope): string =>
    `sum(arrayCount(${RECORD} -> isNotNull(${RECORD}.2), ${sent(at)}))`;
  const metric = (id: string, ofNothing: 0 | null, sql: Metric['sql']): Metric =>
    defineMetric({ id, scopes: [scope], lists: [list], ofNothing, sql });
  return [
    metric(count, 0, (at) => `sum(length(${sent(at)}))`),
    ...(sum === undefined ? [] : [metric(sum, 0, total)]),
    ...(mean === undefined ? [] : [metric(mean, null, (at) => ratio(total(at), numbers(at)))]),
  ];
}

export const paramsMetrics: readonly Metric[] = [
  ...family({
    scope: 'visits',
    list: visitParams,
    count: 'paramsNumber',
    sum: 'sumParams',
    mean: 'avgParams',
  }),
  ...family({
    scope: 'events',
    list: eventParams,
    count: 'eventParamsNumber',
    sum: 'sumEventParams',
    mean: 'avgEventParams',
  }),
  ...family({
    scope: 'visits',
    list: visitorParams,
    count: 'userParamsNumber',
    sum: 'sumUserParams',
    mean: 'avgUserParams',
  }),
  ...family({ scope: 'userParams', list: sentUserParams, count: 'params' }),
];
