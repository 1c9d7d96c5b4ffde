/** Pass: the order of rows: by the first metric, descending, unless said [M11]. */
import { problem } from '../../../kit/problem.ts';
import type { Pass } from '../pass.ts';
import type { SortKey } from '../plan.ts';

export const sort: Pass = (plan, { request, lookup }) => {
  if (request.sort.length === 0) return {};
  const { metric, dimension } = lookup(plan);
  const keys: SortKey[] = [];
  for (const [position, { name, descending }] of request.sort.entries()) {
    const asMetric = metric(name);
    const asDimension = dimension(name);
    const metricAt =
      asMetric === null || typeof asMetric === 'string'
        ? -1
        : plan.metrics.findIndex((one) => one.name === asMetric.name);
    const dimensionAt =
      typeof asDimension === 'string'
        ? -1
        : plan.dimensions.findIndex((one) => one.name === asDimension.name);
    if (metricAt < 0 && dimensionAt < 0) {
      const text = `sort, item ${position + 1}: ${JSON.stringify(name)} is not among the request's metrics and dimensions`;
      return problem('invalid_parameter', text, `sort.${position}`);
    }
    keys.push(
      metricAt >= 0
        ? { column: 'metric', index: metricAt, descending }
        : { column: 'dimension', index: dimensionAt, descending },
    );
  }
  return { sort: keys };
};
