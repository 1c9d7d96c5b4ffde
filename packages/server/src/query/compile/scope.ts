/** What metrics and dimensions see of a plan while they write their SQL. Values are bound when first asked for. */
import type { Dimension, DimensionScope } from '../dimension.ts';
import type { Metric, MetricScope } from '../metric.ts';
import type { Resolved } from '../parse/names.ts';
import type { Plan } from '../plan/plan.ts';
import type { Binder } from './binder.ts';

/** Column of the exploded goal [M6]: a goal's number, 0 for "any goal", -1 for "every visit". */
export const ROW_GOAL = 'reached';

/** What a plan is compiled with. */
export interface Compilation {
  readonly plan: Plan;
  readonly binder: Binder;
  /** Placeholder, or expression over the column `t`, of the days that a metric is spread over. */
  readonly days: () => string;
}

export function dimensionScope({ plan, binder }: Compilation, { args }: Resolved<Dimension>): DimensionScope {
  return { args, binder, zone: binder.bind('String', plan.zone.store) };
}

/** Index of the dimension `goal`; -1 if there is none. */
export function goalIndex({ dimensions }: Plan): number {
  return dimensions.findIndex(({ definition }) => definition.kind === 'goal');
}

export function metricScope({ plan, binder, days }: Compilation, { args }: Resolved<Metric>): MetricScope {
  return {
    args,
    goal: () => binder.bind('UInt64', args.goalId),
    anyGoals: () => binder.bind('Array(UInt64)', plan.goals),
    favoriteGoals: () => binder.bind('Array(UInt64)', plan.favorites),
    currency: () => binder.bind('String', args.currency ?? plan.currency),
    days,
    rowGoal: goalIndex(plan) < 0 ? null : ROW_GOAL,
  };
}

/** A metric's value as Float64, null where it does not exist. */
export function metricSql(compilation: Compilation, metric: Resolved<Metric>): string {
  const scope = metricScope(compilation, metric);
  const { definition } = metric;
  const isShare = definition.shareOfSelection === true && scope.rowGoal !== null;
  return `toFloat64(${isShare ? 'count()' : definition.sql(scope)})`;
}

/** A dimension's value, null where it has none [M8]. */
export function dimensionSql(compilation: Compilation, dimension: Resolved<Dimension>): string {
  const sql = dimension.definition.sql(dimensionScope(compilation, dimension));
  switch (dimension.definition.kind) {
    case 'text':
      return `nullIf(${sql}, '')`;
    case 'flag':
      return `if(${sql}, 'yes', 'no')`;
    case 'goal':
    case 'number':
    case 'date':
      return sql;
  }
}
