/** Metrics in tables: unit, name and help in English and Russian, one line each. */
import { CALL_METRIC_WORDS } from './call-metric-words.ts';
import { COMMERCE_METRIC_WORDS } from './commerce-metric-words.ts';
import { CONVERSATION_METRIC_WORDS } from './conversation-words.ts';
import { COST_METRIC_WORDS, OWN_COST_METRIC_WORDS } from './cost-words.ts';
import { GOAL_REACH_METRIC_WORDS } from './goal-reach-words.ts';
import { PARAMS_METRIC_WORDS } from './params-words.ts';
import { PAST_REACH_METRIC_WORDS } from './past-reach-metric-words.ts';
import { RECENCY_METRIC_WORDS } from './recency-metric-words.ts';
import type { MetricInfo, MetricWords } from './unit.ts';
import { VISIT_METRIC_WORDS } from './visit-metric-words.ts';

const ROWS = {
  ...VISIT_METRIC_WORDS,
  ...RECENCY_METRIC_WORDS,
  ...PARAMS_METRIC_WORDS,
  ...COMMERCE_METRIC_WORDS,
  ...CALL_METRIC_WORDS,
  ...PAST_REACH_METRIC_WORDS,
  ...CONVERSATION_METRIC_WORDS,
  ...GOAL_REACH_METRIC_WORDS,
  ...COST_METRIC_WORDS,
  ...OWN_COST_METRIC_WORDS,
};

export type DescribedMetric = keyof typeof ROWS;

const each = <T>(make: (row: MetricWords) => T) =>
  Object.fromEntries(Object.entries(ROWS).map(([id, row]) => [id, make(row)])) as Readonly<
    Record<DescribedMetric, T>
  >;

export const UNITS: Readonly<Record<DescribedMetric, MetricInfo>> = each(([unit]) => ({ unit }));
export const metricNamesIn = (language: 'en' | 'ru') => each((row) => row[language === 'en' ? 1 : 2]);
export const metricHelpIn = (language: 'en' | 'ru') => each((row) => row[language === 'en' ? 3 : 4]);
