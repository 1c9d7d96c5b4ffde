/** Prices in other currencies than the one asked for, so that no answer of money hides them [M32] [M98]. */
import { metricScope } from './metrics.ts';
import type { MetricScope } from '../metric.ts';
import type { Plan } from '../plan/plan.ts';
import type { Compilation } from './scope.ts';

/** The column of a metric: JSON of two lists, currencies and sums in millionths, as text since they are exact. */
export const otherRevenueColumn = (metric: number): string => `other${metric}`;

/** The same of costs. */
export const otherCostsColumn = (metric: number): string => `other_costs${metric}`;

/** The column of a metric: JSON of the currencies that were converted [M75]. */
export const convertedColumn = (metric: number): string => `converted${metric}`;

/** The columns of these that a metric has. */
export function otherColumnsOf({ metrics, rates }: Plan, index: number): readonly string[] {
  const { priced, costed } = metrics[index]?.definition ?? {};
  const columns = [
    ...(priced === undefined ? [] : [otherRevenueColumn(index)]),
    ...(costed === undefined ? [] : [otherCostsColumn(index)]),
  ];
  return columns.length === 0 || rates === null ? columns : [...columns, convertedColumn(index)];
}

export function otherRevenueColumns(compilation: Compilation): string[] {
  return compilation.plan.metrics.flatMap((metric, index) => {
    const { priced, costed } = metric.definition;
    if (priced === undefined && costed === undefined) return [];
    const scope = metricScope(compilation, metric, '1');
    const left = [
      ...(priced === undefined ? [] : [`${leftOutSql(scope, priced)} AS ${otherRevenueColumn(index)}`]),
      ...(costed === undefined ? [] : [`${leftOutSql(scope, costed)} AS ${otherCostsColumn(index)}`]),
    ];
    if (compilation.plan.rates === null) return left;
    if (scope.rate === null) return [...left, `'[]' AS ${convertedColumn(index)}`];
    const kinds = [priced, costed].filter((prices) => prices !== undefined);
    const lists = kinds.map((prices) => `arrayMap(x -> toString(x.1), ${foreignSql(scope, prices, '> 0')})`);
    const all = lists.length === 1 ? lists.join('') : `arrayConcat(${lists.join(', ')})`;
    return [...left, `toJSONString(groupUniqArrayArray(${all})) AS ${convertedColumn(index)}`];
  });
}

type Prices = (scope: MetricScope) => string;

/** Prices in other currencies whose rate passes the test; of all where there are no rates. */
function foreignSql(scope: MetricScope, prices: Prices, test: string): string {
  const { rate } = scope;
  const all = `arrayFilter(x -> x.1 != ${scope.currency()} AND x.2 > 0, ${prices(scope)})`;
  return rate === null ? all : `arrayFilter(x -> ${rate('x.1', 'x.3')} ${test}, ${all})`;
}

function leftOutSql(scope: MetricScope, prices: Prices): string {
  const others = foreignSql(scope, prices, '= 0');
  const millionths = `arrayMap(x -> toInt128(round(x.2 * 1e6)), ${others})`;
  const sums = `sumMap(arrayMap(x -> x.1, ${others}), ${millionths})`;
  const exact = `arrayMap(s -> toString(s), ${sums}.2)`;
  return `toJSONString((${sums}.1, ${exact}))`;
}
