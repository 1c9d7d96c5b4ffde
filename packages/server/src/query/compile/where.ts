/** A filter over rows of a scope as SQL. Every condition is 0 or 1, never null, so that NOT is its exact complement. */
import type { FilterOperator } from '@goalpost/contract/reports/filters';
import type { ScopeFilter, ScopeSome } from '../plan/plan.ts';
import { conditionsOf, fromSql, marginOfSame } from './rows.ts';
import type { DimensionScope, ItemDimension, ValueDimension } from '../dimension.ts';
import { RECORD, type RecordList } from '../lists/records.ts';
import { likePattern } from './like-pattern.ts';
import { mergedSets } from './merged-sets.ts';
import { dimensionScope, PERIOD_ALONE, sharedColumn, type Compilation } from './scope.ts';
import { withinOf, withinSql } from './within.ts';
import { addressConditionSql } from './where-address.ts';

type Condition = Extract<ScopeFilter, { kind: 'condition' }>;

/** Each negative operator and the one it is the complement of. */
const POSITIVE: Partial<Record<FilterOperator, FilterOperator>> = {
  '!=': '==',
  '!.': '=.',
  '!@': '=@',
  '!~': '=~',
  '!*': '=*',
};

export function whereSql(compilation: Compilation, filter: ScopeFilter): string {
  switch (filter.kind) {
    case 'and':
      return `(${mergedSets(filter)
        .map((item) => whereSql(compilation, item))
        .join(' AND ')})`;
    case 'or':
      return `(${mergedSets(filter)
        .map((item) => whereSql(compilation, item))
        .join(' OR ')})`;
    case 'not':
      return `NOT ${whereSql(compilation, filter.item)}`;
    case 'some':
      return someSql(compilation, filter);
    case 'condition': {
      const positive = POSITIVE[filter.operator];
      if (positive === undefined) return `(${conditionSql(compilation, filter)})`;
      return `NOT (${conditionSql(compilation, { ...filter, operator: positive })})`;
    }
  }
}

/** What conditions of a set are compiled with. */
export function someOf(compilation: Compilation, { scope, key, anyDay, within }: ScopeSome): Compilation {
  if (within !== null) return withinOf(compilation, { scope }, within);
  const ofVisitor = anyDay ? null : PERIOD_ALONE;
  const margin = key === 'visit' ? marginOfSame(compilation, scope) : ofVisitor;
  return { ...compilation, scope, margin, joined: new Set(), sides: new Set(), shared: new Map() };
}

function someSql(compilation: Compilation, some: ScopeSome): string {
  const { scope, key, item, within } = some;
  const set = someOf(compilation, some);
  if (within !== null) return withinSql(compilation, set, within, whereSql(set, item));
  const conditions = [...conditionsOf(set), whereSql(set, item)];
  const columns = scope.keys[key].join(', ');
  return `((${compilation.scope.keys[key].join(', ')}) IN (
  SELECT ${columns}
  FROM ${fromSql(set)}
  WHERE ${conditions.join(' AND ')}
))`;
}

function conditionSql(compilation: Compilation, { dimension, ...condition }: Condition): string {
  const { definition, args } = dimension;
  if (definition.kind === 'item') return itemSql(compilation, definition, condition);
  const scope = dimensionScope(compilation, args);
  const sql = definition.sql(scope);
  if (definition.records !== undefined) {
    return recordSql(compilation, { ...definition, records: definition.records }, condition, scope);
  }
  if (definition.address !== undefined) {
    const column = sharedColumn(compilation, sql);
    return addressConditionSql(compilation, { address: definition.address, args }, column, condition);
  }
  return valueSql(compilation, definition.kind, sql, condition, definition.optional === true);
}

function valueSql(
  compilation: Compilation,
  kind: ValueDimension['kind'],
  sql: string,
  condition: Asked,
  optional = false,
): string {
  switch (kind) {
    case 'text':
      return textSql(compilation, sql, condition);
    case 'number':
      return numberSql(compilation, sql, condition);
    case 'date':
      return dateSql(compilation, sql, condition, optional);
    case 'flag':
      return flagSql(sql, condition);
  }
}

type Asked = Pick<Condition, 'operator' | 'values' | 'named'>;

/** "No value" is the empty text here. */
function textSql(compilation: Compilation, column: string, condition: Asked): string {
  const { bind } = compilation.binder;
  const texts = condition.values.map((value) => value ?? '');
  const text = texts[0] ?? '';
  const { named = [] } = condition;
  const byName = named.length === 0 ? '' : ` OR ${column} IN ${bind('Array(String)', named)}`;
  if (condition.operator === '=.') return `${column} IN ${bind('Array(String)', texts)}`;
  if (condition.operator === '=@') return `position(${column}, ${bind('String', text)}) > 0${byName}`;
  if (condition.operator === '=~') return `match(${column}, ${bind('String', text)})${byName}`;
  if (condition.operator === '=*') return `${column} LIKE ${bind('String', likePattern(text))}${byName}`;
  return `${column} = ${bind('String', text)}`;
}

const COMPARE: Partial<Record<FilterOperator, string>> = {
  '==': '=',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
};

function compared(column: string, operator: FilterOperator, placeholder: string): string {
  return operator === '=.' ? `${column} IN ${placeholder}` : `${column} ${COMPARE[operator]} ${placeholder}`;
}

function numberSql(compilation: Compilation, column: string, condition: Asked): string {
  const { operator, values } = condition;
  if (values[0] === null) return `isNull(${column})`;
  const numbers = values.map(Number);
  const { bind } = compilation.binder;
  const placeholder = operator === '=.' ? bind('Array(Float64)', numbers) : bind('Float64', numbers[0]);
  return `ifNull(${compared(`toFloat64(${column})`, operator, placeholder)}, 0)`;
}

/** Days and moments compare as texts, since they are written largest part first. */
function dateSql(compilation: Compilation, column: string, condition: Asked, optional: boolean): string {
  const { operator, values } = condition;
  if (values[0] === null) return optional ? `isNull(${column})` : '0';
  const { bind } = compilation.binder;
  const placeholder = operator === '=.' ? bind('Array(String)', values) : bind('String', values[0]);
  const sql = compared(`toString(${column})`, operator, placeholder);
  return optional ? `ifNull(${sql}, 0)` : sql;
}

function flagSql(flag: string, condition: Asked): string {
  const wanted = new Set(condition.values);
  if (wanted.has('yes') && wanted.has('no')) return '1';
  if (wanted.has('yes')) return flag;
  return wanted.has('no') ? `NOT (${flag})` : '0';
}

/** An item that may not be shown, such as a goal that is deleted [G16], is in no row. */
function itemSql({ plan, binder }: Compilation, { list }: ItemDimension, { values }: Asked): string {
  const { column, form } = list;
  const visible = list.visible(plan);
  if (values[0] === null) {
    return visible === null
      ? `empty(${column})`
      : `NOT hasAny(${column}, ${binder.bind(form.array, visible)})`;
  }
  const items = values
    .map((value) => form.read(value ?? ''))
    .filter((item) => item !== null && (visible === null || visible.includes(item)));
  return `hasAny(${column}, ${binder.bind(form.array, items)})`;
}

/** Some record fits; there is no value where none has one. */
function recordSql(
  compilation: Compilation,
  { kind, records, sql }: ValueDimension & { readonly records: RecordList },
  condition: Asked,
  scope: DimensionScope,
): string {
  const value = sql(scope);
  const all = sharedColumn(compilation, records.sql(scope));
  const [first = null] = condition.values;
  if (condition.operator === '==' && (first === null || (kind === 'text' && first === ''))) {
    const given = kind === 'text' ? `${value} != ''` : `isNotNull(${value})`;
    return `NOT arrayExists(${RECORD} -> ${given}, ${all})`;
  }
  return `arrayExists(${RECORD} -> ${valueSql(compilation, kind, value, condition)}, ${all})`;
}
