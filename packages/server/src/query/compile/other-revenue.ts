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
    const counts = `${priced(scope)} AND c != ${scope.currency()} AND p > 0`;
    const those = (of: string, rest: string): string => `arrayFilter((${rest}) -> ${counts}, ${of})`;
    const currencies = those('goal_currencies, goal_ids, goal_prices', 'c, g, p');
    const prices = those('goal_prices, goal_ids, goal_currencies', 'p, g, c');
    const sums = `sumMap(${currencies}, arrayMap(p -> toInt128(round(p * 1e6)), ${prices}))`;
    const exact = `arrayMap(s -> toString(s), ${sums}.2)`;
    return [`toJSONString((${sums}.1, ${exact})) AS ${otherRevenueColumn(index)}`];
  });
}
