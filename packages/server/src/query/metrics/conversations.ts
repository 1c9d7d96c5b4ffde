/** How many conversations there were, how soon they were answered and how they were rated [M86]. */
import { conversationField, conversations } from '../lists/conversations.ts';
import { defineMetric, ratio, type Metric, type MetricScope } from '../metric.ts';

const metric = (id: string, ofNothing: 0 | null, sql: Metric['sql']): Metric =>
  defineMetric({ id, ours: true, lists: [conversations], ofNothing, sql });

const number = (condition: string) => (scope: MetricScope) =>
  `sum(arrayCount(x -> ${condition}, ${scope.records(conversations)}))`;

const given = (field: string) => number(`isNotNull(${field})`);
const mean = (field: string) => (scope: MetricScope) =>
  ratio(
    `sumArray(arrayMap(x -> toUInt64(ifNull(${field}, 0)), ${scope.records(conversations)}))`,
    given(field)(scope),
  );

const ANSWERED = conversationField('answered_seconds', 'x');
const RATING = conversationField('rating', 'x');

export const conversationMetrics: readonly Metric[] = [
  metric('conversations', 0, number('true')),
  metric('answeredConversations', 0, given(ANSWERED)),
  metric('avgFirstAnswerSeconds', null, mean(ANSWERED)),
  metric('avgRating', null, mean(RATING)),
];
