/** What a language says of each metric and dimension: its name, and one sentence of help. */
import type { DimensionId } from './dimensions.ts';
import type { MetricId } from './metrics.ts';

export interface Names {
  readonly metric: Readonly<Record<MetricId, string>>;
  readonly metricHelp: Readonly<Record<MetricId, string>>;
  readonly dimension: Readonly<Record<DimensionId, string>>;
  readonly dimensionHelp: Readonly<Record<DimensionId, string>>;
}
