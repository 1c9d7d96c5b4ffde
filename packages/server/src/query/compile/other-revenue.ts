/** Prices in other currencies than the one asked for, so that no answer of revenue hides them [M32]. */
import { metricScope } from './metrics.ts';
import type { Compilation } from './scope.ts';

/** The column of a metric: JSON of two lists, currencies and sums in millionths, as text since they are exact. */
export const otherRevenueColumn = (metric: number): string => `other${metric}`;

/** The column of a metric: JSON of the currencies that were converted [M75]. */
export const convertedColumn = (metric: number): string => `converted${metric}`;

export function otherRevenueColumns(compilation: Compilation): string[] {
  return compilation.plan.metrics.flatMap((metric, index) => {
    const { priced } = metric.definition;
    if (priced === undefined) return [];
    const scope = metricScope(compilation, metric);
    const { rate } = scope;
    const foreign = `arrayFilter(x -> x.1 != ${scope.currency()} AND x.2 > 0, ${priced(scope)})`;
    const ofRate = (test: string): string =>
      rate === null ? foreign : `arrayFilter(x -> ${rate('x.1', 'x.3')} ${test}, ${foreign})`;
    const others = ofRate('= 0');
    const millionths = `arrayMap(x -> toInt128(round(x.2 * 1e6)), ${others})`;
    const sums = `sumMap(arrayMap(x -> x.1, ${others}), ${millionths})`;
    const exact = `arrayMap(s -> toString(s), ${sums}.2)`;
    const left = `toJSONString((${sums}.1, ${exact})) AS ${otherRevenueColumn(index)}`;
    if (compilation.plan.rates === null) return [left];
    const none = `'[]' AS ${convertedColumn(index)}`;
    if (rate === null) return [left, none];
    const converted = `groupUniqArrayArray(arrayMap(x -> toString(x.1), ${ofRate('> 0')}))`;
    return [left, `toJSONString(${converted}) AS ${convertedColumn(index)}`];
  });
}
