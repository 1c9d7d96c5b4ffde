/** Which rows of a scope's table a question reads: counters, period, robots, and the visit joined where needed. */
import { addDays } from '../parse/dates.ts';
import { tableOf, type Scope } from '../scopes/scope.ts';
import { visits } from '../scopes/visits.ts';
import { rowsWithVisits } from './by-time.ts';
import { PERIOD_ALONE, type Compilation, type Margin } from './scope.ts';

export function conditionsOf(compilation: Compilation): string[] {
  const { plan, binder, scope, margin } = compilation;
  return [
    `counter_id IN ${binder.bind('Array(UInt32)', plan.counters)}`,
    ...(margin === null ? [] : periodSql(compilation, margin)),
    ...(scope.only === null ? [] : [scope.only]),
    ...(plan.robots ? [] : [`NOT ${scope.robots}`]),
  ];
}

function periodSql({ plan, binder, scope }: Compilation, { before, after }: NonNullable<Margin>): string[] {
  const day = (date: string): string => binder.bind('Date', date);
  const [from, to] = [addDays(plan.from, -before), addDays(plan.to, after)];
  const { column, margin } = scope.day;
  return [
    `${column} BETWEEN ${day(addDays(from, -margin))} AND ${day(addDays(to, margin))}`,
    `toDate(${scope.time}, ${binder.bind('String', plan.zone.store)}) BETWEEN ${day(from)} AND ${day(to)}`,
  ];
}

/** The table, with all columns that expressions over its rows have asked for: they come first. */
export function fromSql(compilation: Compilation): string {
  const { shared, scope } = compilation;
  if (shared.size === 0) return joinedSql(compilation);
  const columns = [...shared].map(([sql, name]) => `${sql} AS ${name}`);
  return `(
  SELECT ${['*', ...(scope.made ?? []), ...columns].join(', ')}
  FROM ${joinedSql(compilation)}
) AS looked_at`;
}

const tableSql = ({ plan, binder }: Compilation, scope: Scope): string =>
  tableOf(scope, {
    hasUploads: plan.hasUploads,
    counters: () => binder.bind('Array(UInt32)', plan.counters),
    zone: () => binder.bind('String', plan.zone.store),
  });

/** With those columns of the row's visit that expressions have asked for. */
function joinedSql(compilation: Compilation): string {
  const { plan, binder, scope, joined } = compilation;
  const table = `${tableSql(compilation, scope)}${sidesSql(compilation)}`;
  if (joined.size === 0) return table;
  const margin = marginOfSame(compilation, visits);
  const conditions = [`counter_id IN ${binder.bind('Array(UInt32)', plan.counters)}`];
  if (margin !== null) {
    const from = addDays(plan.from, -(margin.before + visits.day.margin));
    const to = addDays(plan.to, margin.after + visits.day.margin);
    const [first, last] = [binder.bind('Date', from), binder.bind('Date', to)];
    conditions.push(`${visits.day.column} BETWEEN ${first} AND ${last}`);
  }
  return `${table} ANY LEFT JOIN (
  SELECT ${[...scope.keys.visit, ...joined].join(', ')}
  FROM ${tableSql(compilation, visits)}
  WHERE ${conditions.join(' AND ')}
) AS visit USING (${scope.keys.visit.join(', ')})`;
}

/** Rows of other tables, put together by visit or by visitor. */
function sidesSql(compilation: Compilation): string {
  const joins = [...compilation.sides].map(({ name, key, scope, days, columns }) => {
    const keys = scope.keys[key].join(', ');
    const named = { visits: marginOfSame(compilation, scope), period: PERIOD_ALONE, all: null };
    const margin = typeof days === 'string' ? named[days] : days;
    const byTime = scope.byTime === true && key === 'visit';
    const rows = byTime ? foundByTime(compilation, scope, margin) : tableSql(compilation, scope);
    const conditions = byTime ? ['1'] : conditionsOf({ ...compilation, scope, margin });
    return ` ANY LEFT JOIN (
  SELECT ${[keys, ...columns].join(', ')}
  FROM ${rows}
  WHERE ${conditions.join(' AND ')}
  GROUP BY ${keys}
) AS ${name} USING (${keys})`;
  });
  return joins.join('');
}

function foundByTime(compilation: Compilation, scope: Scope, margin: Margin): string {
  const rows = conditionsOf({ ...compilation, scope, margin: wider(margin, 1, 0) });
  // Also a robot's and one of a later day.
  const around = { ...compilation, plan: { ...compilation.plan, robots: true }, scope: visits };
  return rowsWithVisits(
    { ...scope, table: tableSql(compilation, scope) },
    rows,
    conditionsOf({ ...around, margin: wider(margin, 0, 1) }),
  );
}

function wider(margin: Margin, before: number, after: number): Margin {
  return margin === null ? null : { before: margin.before + before, after: margin.after + after };
}

/** Days in which rows of the other scope lie that are of the same visits. */
export function marginOfSame({ scope, margin }: Compilation, other: Scope): Margin {
  return margin === null
    ? null
    : { before: margin.before + scope.afterVisit, after: margin.after + other.afterVisit };
}
