/** Prices in other currencies than the one asked for, so that no answer of revenue hides them [M32]. */
import { metricScope } from './metrics.ts';
import type { Compilation } from './scope.ts';

/** The column of a metric: JSON of two lists, currencies and sums in millionths, as text since they are exact. */
export const otherRevenueColumn = (metric: number): string => `other${metric}`;

export function otherRevenueColumns(compilation: Compilation): string[] {
  return compilation.plan.metrics.flatMap((metric, index) => {
    const { priced } = metric.definition;
    if (priced === undefined) return [];
    const scope = metricScope(compilation, metric);
    const others = `arrayFilter(x -> x.1 != ${scope.currency()} AND x.2 > 0, ${priced(scope)})`;
    const millionths = `arrayMap(x -> toInt128(round(x.2 * 1e6)), ${others})`;
    const sums = `sumMap(arrayMap(x -> x.1, ${others}), ${millionths})`;
    const exact = `arrayMap(s -> toString(s), ${sums}.2)`;
    return [`toJSONString((${sums}.1, ${exact})) AS ${otherRevenueColumn(index)}`];
  });
}
