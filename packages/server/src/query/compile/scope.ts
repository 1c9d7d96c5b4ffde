/** What metrics and dimensions see of a plan while they write their SQL. Values are bound when first asked for. */
import type { DimensionScope, ItemDimension, ValueDimension } from '../dimension.ts';
import {
  explodedRecords,
  type Days,
  type Exploded,
  type RecordList,
  type RecordsScope,
  type Side,
} from '../lists/records.ts';
import type { NameArguments } from '../dimension.ts';
import type { Resolved } from '../parse/names.ts';
import type { Plan } from '../plan/plan.ts';
import type { Scope } from '../scopes/scope.ts';
import type { Binder } from './binder.ts';

/** Days before and after the period that are read, too; null: every day there is. */
export type Margin = Days | null;

export const PERIOD_ALONE: Margin = { before: 0, after: 0 };

/** What a plan is compiled with. */
export interface Compilation {
  readonly plan: Plan;
  readonly binder: Binder;
  /** Placeholder, or expression over the column `t`, of the days that a metric is spread over. */
  readonly days: () => string;
  /** The table whose rows expressions are about. */
  readonly scope: Scope;
  /** Which days of it are read. */
  readonly margin: Margin;
  /** Columns that only visits have and expressions over other rows have asked for. */
  readonly joined: Set<string>;
  /** Tables that records of rows are found in, likewise. */
  readonly sides: Set<Side>;
  /** Expressions over a row that conditions look at, with the names of the columns that hold them. */
  readonly shared: Map<string, string>;
  /** How many sets that look back from a row stand around it: names of their columns differ by it. */
  readonly depth: number;
}

export function createCompilation(plan: Plan, binder: Binder, days: () => string): Compilation {
  return {
    plan,
    binder,
    days,
    scope: plan.scope,
    margin: PERIOD_ALONE,
    joined: new Set(),
    sides: new Set(),
    shared: new Map(),
    depth: 0,
  };
}

/**
 * A column with the expression. What many conditions look at is long, such as an address with its escapes decoded, and
 * the store takes as long to analyse it as often as it is written.
 */
export function sharedColumn({ shared }: Compilation, sql: string): string {
  if (/^\w+$/.test(sql)) return sql;
  const name = shared.get(sql) ?? `shared${shared.size}`;
  shared.set(sql, name);
  return name;
}

/** What records are made of. */
export function recordsScope({ plan, binder, sides }: Compilation): RecordsScope {
  return {
    goals: () => binder.bind('Array(UInt64)', plan.goals),
    questionCurrency: () => binder.bind('String', plan.currency),
    join: (side) => void sides.add(side),
  };
}

export function dimensionScope(compilation: Compilation, args: NameArguments): DimensionScope {
  const { plan, binder, scope, joined } = compilation;
  return {
    ...recordsScope(compilation),
    args,
    binder,
    zone: binder.bind('String', plan.zone.store),
    time: scope.time,
    visit(column) {
      if (!scope.holdsVisits) joined.add(column);
      return column;
    },
  };
}

type Dimensioned = Plan['dimensions'][number];

const isItem = (one: Dimensioned): one is Resolved<ItemDimension> => one.definition.kind === 'item';
const isValue = (one: Dimensioned): one is Resolved<ValueDimension> => one.definition.kind !== 'item';

/** One value a row. */
export const isSingle = (one: Dimensioned): one is Resolved<ValueDimension> =>
  isValue(one) && one.definition.records === undefined;

/** The list whose items are rows, and which of the dimensions show them. */
export interface Rows {
  readonly list: Exploded;
  readonly indexes: readonly number[];
}

export function listOf(plan: Plan): Rows | null {
  const index = plan.dimensions.findIndex(isItem);
  const found = plan.dimensions[index];
  if (found !== undefined && isItem(found)) return { list: found.definition.list, indexes: [index] };
  const asked = fieldsOf(plan);
  const [first] = asked;
  if (first === undefined) return null;
  return { list: explodedRecords(first.records), indexes: asked.map((field) => field.index) };
}

/** Undefined where no item of the list is opened; null where what is opened is none. */
export function openedItem(plan: Plan): number | string | null | undefined {
  const rows = listOf(plan);
  const [index = 0] = rows?.indexes ?? [];
  if (rows === null || fieldsOf(plan).length > 0 || index >= plan.opened.length) return undefined;
  return rows.list.form.read(plan.opened[index] ?? '');
}

/** Dimensions with one value a row, each with its place among all. */
export function valueDimensions({
  dimensions,
}: Plan): { readonly dimension: Resolved<ValueDimension>; readonly index: number }[] {
  return dimensions.flatMap((dimension, index) => (isSingle(dimension) ? [{ dimension, index }] : []));
}

export interface Field {
  readonly dimension: Resolved<ValueDimension>;
  readonly records: RecordList;
  readonly index: number;
}

/** Dimensions with one value a record, all of one list. */
export function fieldsOf({ dimensions }: Plan): readonly Field[] {
  return dimensions.flatMap((dimension, index) => {
    const records = isValue(dimension) ? dimension.definition.records : undefined;
    return records === undefined || !isValue(dimension) ? [] : [{ dimension, records, index }];
  });
}

/** A dimension's value, null where it has none [M8]. */
export function dimensionSql(
  compilation: Compilation,
  { definition, args }: Resolved<ValueDimension>,
): string {
  const sql = definition.sql(dimensionScope(compilation, args));
  switch (definition.kind) {
    case 'text':
      return `nullIf(${sql}, '')`;
    case 'flag':
      return `if(${sql}, 'yes', 'no')`;
    case 'number':
    case 'date':
      return sql;
  }
}
