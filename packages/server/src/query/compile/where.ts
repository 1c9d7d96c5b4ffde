/** A filter over visits as SQL. Every condition is 0 or 1, never null, so that NOT is its exact complement. */
import type { FilterOperator } from '../parse/filters/ast.ts';
import type { VisitFilter } from '../plan/plan.ts';
import { dimensionScope, type Compilation } from './scope.ts';

type Condition = Extract<VisitFilter, { kind: 'condition' }>;

/** Each negative operator and the one it is the complement of. */
const POSITIVE: Partial<Record<FilterOperator, FilterOperator>> = {
  '!=': '==',
  '!.': '=.',
  '!@': '=@',
  '!~': '=~',
  '!*': '=*',
};

export function whereSql(compilation: Compilation, filter: VisitFilter): string {
  switch (filter.kind) {
    case 'and':
      return `(${filter.items.map((item) => whereSql(compilation, item)).join(' AND ')})`;
    case 'or':
      return `(${filter.items.map((item) => whereSql(compilation, item)).join(' OR ')})`;
    case 'not':
      return `NOT ${whereSql(compilation, filter.item)}`;
    case 'condition': {
      const positive = POSITIVE[filter.operator];
      if (positive === undefined) return `(${conditionSql(compilation, filter)})`;
      return `NOT (${conditionSql(compilation, { ...filter, operator: positive })})`;
    }
  }
}

function conditionSql(compilation: Compilation, condition: Condition): string {
  switch (condition.dimension.definition.kind) {
    case 'text':
      return textSql(compilation, condition);
    case 'number':
      return numberSql(compilation, condition);
    case 'date':
      return dateSql(compilation, condition);
    case 'flag':
      return flagSql(compilation, condition);
    case 'goal':
      return goalSql(compilation, condition);
  }
}

const sqlOf = (compilation: Compilation, { dimension }: Condition): string =>
  dimension.definition.sql(dimensionScope(compilation, dimension));

/** "No value" is the empty text here. */
function textSql(compilation: Compilation, condition: Condition): string {
  const column = sqlOf(compilation, condition);
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

/** `*` is any run of characters; what LIKE takes for a pattern besides is taken literally. */
function likePattern(wildcard: string): string {
  return wildcard.replace(/[\\%_]/g, String.raw`\$&`).replaceAll('*', '%');
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

function numberSql(compilation: Compilation, condition: Condition): string {
  const column = sqlOf(compilation, condition);
  const { operator, values } = condition;
  if (values[0] === null) return `isNull(${column})`;
  const numbers = values.map(Number);
  const { bind } = compilation.binder;
  const placeholder = operator === '=.' ? bind('Array(Float64)', numbers) : bind('Float64', numbers[0]);
  return `ifNull(${compared(`toFloat64(${column})`, operator, placeholder)}, 0)`;
}

/** Days and moments compare as texts, since they are written largest part first. */
function dateSql(compilation: Compilation, condition: Condition): string {
  const { operator, values } = condition;
  if (values[0] === null) return '0';
  const { bind } = compilation.binder;
  const placeholder = operator === '=.' ? bind('Array(String)', values) : bind('String', values[0]);
  return compared(`toString(${sqlOf(compilation, condition)})`, operator, placeholder);
}

function flagSql(compilation: Compilation, condition: Condition): string {
  const flag = sqlOf(compilation, condition);
  const wanted = new Set(condition.values);
  if (wanted.has('yes') && wanted.has('no')) return '1';
  if (wanted.has('yes')) return flag;
  return wanted.has('no') ? `NOT (${flag})` : '0';
}

/** A goal that is deleted is reached by no visit [G16]. */
function goalSql({ plan, binder }: Compilation, { values }: Condition): string {
  if (values[0] === null) return `NOT hasAny(goal_ids, ${binder.bind('Array(UInt64)', plan.goals)})`;
  const goals = values.map(Number).filter((goal) => plan.goals.includes(goal));
  return `hasAny(goal_ids, ${binder.bind('Array(UInt64)', goals)})`;
}
