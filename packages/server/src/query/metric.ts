/** The contract of a metric: one number over a set of rows. One line in `registry.ts` adds one. */
import type { NameArguments } from './dimension.ts';
import type { List } from './lists/list.ts';
import type { RecordList } from './lists/records.ts';
import { millionthsSql, type RateSql } from './money/rate-sql.ts';
import type { ScopeId } from './scopes/scope.ts';

export interface MetricScope {
  readonly args: NameArguments;
  /** Placeholder of the goal that the metric's name says. */
  goal(): string;
  /** Placeholders of arrays of goal numbers: every goal that is not deleted; the favourite ones of them. */
  anyGoals(): string;
  favoriteGoals(): string;
  /** Placeholder of the currency that prices must be in to be summed [M4]. */
  currency(): string;
  /** What a price is multiplied by where rates are set; null: prices in other currencies are left out [M74]. */
  readonly rate: RateSql | null;
  /** Days in the period, or in the interval of a chart. */
  readonly days: () => string;
  /** Where rows are items of this list [M6]: the column that holds the row's item. Else null. */
  rowItem(list: List): string | null;
  /** As SQL: whether the row of the result is the totals. */
  readonly totals: string;
  /** Records of the list: where they make the rows of the answer, those of the answer's row. */
  records(list: RecordList): string;
}

export interface Metric {
  /** The name without its scope's prefix, with its parameters in angle brackets. */
  readonly id: string;
  /** The scopes that it exists in; visits alone unless said. */
  readonly scopes?: readonly ScopeId[];
  /** The field does not have it: names of it begin with our own prefix. */
  readonly ours?: true;
  /** Its value over no rows at all [M7]. */
  readonly ofNothing: 0 | null;
  /** Aggregate expression over rows of the scope; null where it does not exist. */
  sql(scope: MetricScope): string;
  /** A count of rows, or a sum over them: what the intervals of a period have makes what the period has. */
  readonly adds?: true;
  /** It tells of robots, which a question that names it counts, too [V13]. */
  readonly ofRobots?: true;
  /** Lists whose records it looks at. */
  readonly lists?: readonly RecordList[];
  /** Where rows are items of this list: the row's visits in percent of all visits of the selection [M6]. */
  readonly shareBy?: List;
  /**
   * Only where prices are summed, which must be in one currency [M4]: an array of `(currency, price, time)` of all
   * that counts here, so that prices in other currencies can be named beside the sum [M32].
   */
  readonly priced?: (scope: MetricScope) => string;
  /** The same of costs, where what was spent is summed [M97]. */
  readonly costed?: (scope: MetricScope) => string;
}

export function defineMetric(metric: Metric): Metric {
  return metric;
}

/** `a` ÷ `b`; null where `b` is 0 [M7]. */
export const ratio = (a: string, b: string): string => `${a} / nullIf(${b}, 0)`;
export const percent = (a: string, b: string): string => `100 * ${a} / nullIf(${b}, 0)`;

/** A price as the parts of a tuple `x`: of its currency, itself, and when it was paid. */
const PRICE = { currency: 'x.1', price: 'x.2', time: 'x.3' } as const;

/** Prices in the currency asked for; exact whatever the order of rows: summed in whole millionths. */
export const moneySql = (prices: string, scope: MetricScope): string =>
  `sumArray(arrayMap(x -> ${millionthsSql(PRICE, scope.currency(), scope.rate)}, ${prices})) / 1e6`;
