/** The contract of a metric: one number over a set of visits. One line in `registry.ts` adds one. */
import type { NameArguments } from './dimension.ts';

export interface MetricScope {
  readonly args: NameArguments;
  /** Placeholder of the goal that the metric's name says. */
  goal(): string;
  /** Placeholders of arrays of goal numbers: every goal that is not deleted; the favourite ones of them. */
  anyGoals(): string;
  favoriteGoals(): string;
  /** Placeholder of the currency that prices must be in to be summed [M4]. */
  currency(): string;
  /** Days in the period, or in the interval of a chart. */
  readonly days: () => string;
  /** Where rows are goals [M6], the column that holds the row's goal; 0 in the totals. */
  readonly rowGoal: string | null;
}

export interface Metric {
  /** The name without `ym:s:`, with its parameters in angle brackets. */
  readonly id: string;
  /** Its value over no visits at all [M7]. */
  readonly ofNothing: 0 | null;
  /** Aggregate expression over rows of `visits`; null where it does not exist. */
  sql(scope: MetricScope): string;
  /** Where rows are goals: the row's visits in percent of all visits of the selection [M6]. */
  readonly shareOfSelection?: true;
  /**
   * Only where prices are summed, which must be in one currency [M4]: whether the reach of goal `g` counts
   * here, so that prices in other currencies can be named beside the sum [M32].
   */
  readonly priced?: (scope: MetricScope) => string;
}

export function defineMetric(metric: Metric): Metric {
  return metric;
}

/** `a` ÷ `b`; null where `b` is 0 [M7]. */
export const ratio = (a: string, b: string): string => `${a} / nullIf(${b}, 0)`;
export const percent = (a: string, b: string): string => `100 * ${a} / nullIf(${b}, 0)`;
