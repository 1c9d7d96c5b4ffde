/** Everything that reports can be made of: one line adds a metric or a dimension; reports stand in the contract. */
import { REPORTS as CATALOGUE } from '@goalpost/contract/reports/catalogue';
import type { Dimension } from './dimension.ts';
import { fullName } from '@goalpost/contract/reports/names';
import { callDimensions } from './dimensions/calls.ts';
import { commerceDimensions } from './dimensions/commerce.ts';
import { conversationDimensions } from './dimensions/conversations.ts';
import { costDimensions } from './dimensions/costs.ts';
import { deviceDimensions } from './dimensions/device.ts';
import { goalDimensions } from './dimensions/goal.ts';
import { goalReachDimensions } from './dimensions/goal-reach.ts';
import { pageDimensions } from './dimensions/page.ts';
import { paramsDimensions } from './dimensions/params.ts';
import { screenDimensions } from './dimensions/screen.ts';
import { timeDimensions } from './dimensions/time.ts';
import { trafficSourceDimensions } from './dimensions/traffic-source.ts';
import { visitDimensions } from './dimensions/visit.ts';
import type { Metric } from './metric.ts';
import { callMetrics } from './metrics/calls.ts';
import { commerceMetrics } from './metrics/commerce.ts';
import { conversationMetrics } from './metrics/conversations.ts';
import { costMetrics } from './metrics/costs.ts';
import { goalReachMetrics } from './metrics/goal-reaches.ts';
import { goalMetrics } from './metrics/goals.ts';
import { hitMetrics } from './metrics/hits.ts';
import { paramsMetrics } from './metrics/params.ts';
import { pastReachMetrics } from './metrics/past-reaches.ts';
import { technologyMetrics } from './metrics/technology.ts';
import { visitMetrics } from './metrics/visits.ts';
import { visitorMetrics } from './metrics/visitors.ts';
import { createNameIndex, type NameIndex } from './parse/names.ts';
import type { Report } from './report.ts';

export const METRICS: readonly Metric[] = [
  ...visitMetrics,
  ...visitorMetrics,
  ...technologyMetrics,
  ...goalMetrics,
  ...goalReachMetrics,
  ...hitMetrics,
  ...paramsMetrics,
  ...commerceMetrics,
  ...callMetrics,
  ...pastReachMetrics,
  ...conversationMetrics,
  ...costMetrics,
];

export const DIMENSIONS: readonly Dimension[] = [
  ...goalDimensions,
  ...goalReachDimensions,
  ...timeDimensions,
  ...trafficSourceDimensions,
  ...deviceDimensions,
  ...screenDimensions,
  ...pageDimensions,
  ...paramsDimensions,
  ...commerceDimensions,
  ...callDimensions,
  ...conversationDimensions,
  ...costDimensions,
  ...visitDimensions,
];

export const REPORTS: readonly Report[] = CATALOGUE.map(({ id, scope, dimensions, metrics }) => ({
  id,
  dimensions: dimensions.map((name) => fullName(name, scope)),
  metrics: metrics.map((name) => fullName(name, scope)),
}));

export interface Registry {
  readonly metrics: NameIndex<Metric>;
  readonly dimensions: NameIndex<Dimension>;
  readonly reports: readonly Report[];
}

export const registry: Registry = {
  metrics: createNameIndex(METRICS),
  dimensions: createNameIndex(DIMENSIONS, ({ label, known }) => label !== undefined || known !== undefined),
  reports: REPORTS,
};
