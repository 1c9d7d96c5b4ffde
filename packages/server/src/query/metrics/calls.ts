/** How many calls there were, how long they took and what they brought [M56]. */
import { callField, calls } from '../lists/calls.ts';
import { defineMetric, moneySql, percent, ratio, type Metric, type MetricScope } from '../metric.ts';

const metric = (id: string, ofNothing: 0 | null, sql: Metric['sql']): Metric =>
  defineMetric({ id, lists: [calls], ofNothing, sql });

const number = (condition: string) => (scope: MetricScope) =>
  `sum(arrayCount(x -> ${condition}, ${scope.records(calls)}))`;
const all = number('true');

const missed = number(callField('missed', 'x'));
const first = number(callField('first_time', 'x'));
const HOLD = `toUInt64(${callField('hold_seconds', 'x')})`;
const TALK = `toUInt64(${callField('talk_seconds', 'x')})`;

/** Seconds of calls that fit, on average. */
const mean =
  (seconds: string, condition = 'true') =>
  (scope: MetricScope) =>
    ratio(
      `sumArray(arrayMap(x -> if(${condition}, ${seconds}, 0), ${scope.records(calls)}))`,
      number(condition)(scope),
    );

const prices = (scope: MetricScope): string =>
  `arrayMap(x -> (${callField('currency', 'x')}, ${callField('price', 'x')}, ${callField('at', 'x')}), ${scope.records(calls)})`;
const revenue = (scope: MetricScope): string => moneySql(prices(scope), scope);

export const callMetrics: readonly Metric[] = [
  metric('offlineCalls', 0, all),
  metric('offlineCallsUniq', 0, (scope) => `uniqExactIf(visitor_id, notEmpty(${scope.records(calls)}))`),
  metric('offlineCallsMissed', 0, missed),
  metric('offlineCallsMissedPercentage', null, (scope) => percent(missed(scope), all(scope))),
  metric('offlineCallsFirstTimeCaller', 0, first),
  metric('offlineCallsFirstTimeCallerPercentage', null, (scope) => percent(first(scope), all(scope))),
  metric('offlineCallTalkDurationAvg', null, mean(TALK)),
  metric('offlineCallDurationAvg', null, mean(`(${HOLD} + ${TALK})`)),
  metric('offlineCallHoldDurationTillAnswerAvg', null, mean(HOLD, `NOT ${callField('missed', 'x')}`)),
  metric('offlineCallHoldDurationTillMissAvg', null, mean(HOLD, callField('missed', 'x'))),
  { ...metric('offlineCall<currency>ConvertedRevenue', 0, revenue), priced: prices },
  {
    ...metric('offlineCall<currency>ConvertedRevenueAvg', null, (scope) => ratio(revenue(scope), all(scope))),
    priced: prices,
  },
];
