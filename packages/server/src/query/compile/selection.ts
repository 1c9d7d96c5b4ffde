/** The visits that a report is about, each with its dimensions as columns `d0`, `d1`, … */
import { addDays } from '../parse/dates.ts';
import { dimensionSql, goalIndex, type Compilation } from './scope.ts';
import { whereSql } from './where.ts';

/**
 * A visit's `opened_on` is the UTC day of its first hit's arrival: at most 12 h after `started_at`, whose own
 * UTC day is at most one away from its day in any zone. Two days on both sides hold all of them.
 */
const MARGIN_DAYS = 2;

export interface SelectionExtras {
  /** More columns, each with its alias. */
  readonly columns?: readonly string[];
  readonly conditions?: readonly string[];
}

export function selectionSql(compilation: Compilation, extras: SelectionExtras = {}): string {
  const { plan, binder } = compilation;
  const columns = plan.dimensions.flatMap((dimension, index) =>
    dimension.definition.kind === 'goal' ? [] : [`${dimensionSql(compilation, dimension)} AS d${index}`],
  );
  if (goalIndex(plan) >= 0) {
    columns.push(`arrayIntersect(goal_ids, ${binder.bind('Array(UInt64)', plan.goals)}) AS reached_goals`);
  }
  const conditions = [
    `counter_id IN ${binder.bind('Array(UInt32)', plan.counters)}`,
    `opened_on BETWEEN ${binder.bind('Date', addDays(plan.from, -MARGIN_DAYS))} AND ${binder.bind('Date', addDays(plan.to, MARGIN_DAYS))}`,
    `toDate(started_at, ${binder.bind('String', plan.zone.store)}) BETWEEN ${binder.bind('Date', plan.from)} AND ${binder.bind('Date', plan.to)}`,
    ...(plan.robots ? [] : ['NOT is_robot']),
    ...(plan.where === null ? [] : [whereSql(compilation, plan.where)]),
    ...(mustHaveValue(compilation) ? ['d0 IS NOT NULL'] : []),
    ...(extras.conditions ?? []),
  ];
  return `SELECT ${['*', ...columns, ...(extras.columns ?? [])].join(',\n  ')}
FROM visits FINAL
WHERE ${conditions.join('\n  AND ')}`;
}

/** [M8]: the first dimension decides whether a visit stands in the report at all. */
function mustHaveValue({ plan }: Compilation): boolean {
  const kind = plan.dimensions[0]?.definition.kind;
  return !plan.includeUndefined && (kind === 'text' || kind === 'number');
}
