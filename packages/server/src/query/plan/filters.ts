/** Looks up the names in a filter, parts conditions on visits from those on rows, and checks values. */
import type { Dimension } from '../dimension.ts';
import {
  FilterFault,
  type Condition,
  type Filter,
  type FilterOperator,
  type FilterValue,
  type Some,
} from '@goalpost/contract/reports/filters';
import type { Metric } from '../metric.ts';
import type { Resolved } from '../parse/names.ts';
import type { Scope } from '../scopes/scope.ts';
import { scopeOf } from '../scopes/scopes.ts';
import { visits } from '../scopes/visits.ts';
import { checkValue, comparisonOf, OPERATORS_OF, PATTERNS, SAME } from './filter-values.ts';
import { fittingNames, meantBy, type KnownOf, type Meant } from './known-filter.ts';
import type { RowFilter, ScopeFilter } from './plan.ts';

export interface PlannedFilters {
  readonly where: ScopeFilter | null;
  readonly having: readonly RowFilter[];
}

export interface FilterNames {
  /** Text says what is wrong with the name. */
  dimension(name: string): Resolved<Dimension> | string;
  /** Null if the name is no metric's; text says why a metric cannot be used. */
  metric(name: string): Resolved<Metric> | string | null;
  /** Null where any value may be. */
  known(dimension: Dimension): KnownOf | null;
  /** A day that is said from today, as the calendar has it. */
  day(text: string): string;
  readonly requested: readonly Resolved<Metric>[];
  /** What the rows are that the filter chooses from. */
  readonly scope: Scope;
}

export function planFilters(filter: Filter | null, names: FilterNames): PlannedFilters | FilterFault {
  const top = filter === null ? [] : filter.kind === 'and' ? filter.items : [filter];
  const having: RowFilter[] = [];
  const where: ScopeFilter[] = [];
  for (const item of top) {
    const metric = item.kind === 'condition' ? names.metric(item.name) : null;
    if (item.kind === 'condition' && metric !== null) {
      const row = planRowFilter(item, metric, names.requested);
      if (row instanceof FilterFault) return row;
      having.push(row);
    } else {
      const visit = planScopeFilter(item, names);
      if (visit instanceof FilterFault) return visit;
      where.push(visit);
    }
  }
  const [first] = where;
  return {
    where: first === undefined ? null : where.length === 1 ? first : { kind: 'and', items: where },
    having,
  };
}

function planRowFilter(
  { name, operator, values, at }: Condition,
  metric: Resolved<Metric> | string,
  requested: readonly Resolved<Metric>[],
): RowFilter | FilterFault {
  if (typeof metric === 'string') return new FilterFault(metric, at);
  const index = requested.findIndex((one) => one.name === metric.name);
  if (index < 0)
    return new FilterFault(`${name} must be among the metrics of the request to filter by it`, at);
  const comparison = comparisonOf(operator);
  if (comparison === null)
    return new FilterFault(`${name} is a metric: ${operator} does not compare numbers`, at);
  const [value] = values;
  const number = Number(value?.text);
  if (value === undefined || value.text === null || value.text.trim() === '' || !Number.isFinite(number)) {
    return new FilterFault('a number is needed', value?.at ?? at);
  }
  return { metric: index, operator: comparison, value: number };
}

function planScopeFilter(filter: Filter, names: FilterNames): ScopeFilter | FilterFault {
  if (filter.kind === 'condition') return planCondition(filter, names);
  if (filter.kind === 'some') return planSome(filter, names);
  if (filter.kind === 'not') {
    const item = planScopeFilter(filter.item, names);
    return item instanceof FilterFault ? item : { kind: 'not', item };
  }
  const items: ScopeFilter[] = [];
  for (const one of filter.items) {
    const item = planScopeFilter(one, names);
    if (item instanceof FilterFault) return item;
    items.push(item);
  }
  return { kind: filter.kind, items };
}

/** A set is of visits where its filter names any, else of page views. */
function planSome({ key, item, within: days }: Some, names: FilterNames): ScopeFilter | FilterFault {
  const own = ownConditions(item);
  const scopes = own.map(({ name }) => scopeOf(name));
  const scope: Scope = scopes.includes(visits) ? visits : (scopes.find((one) => one !== null) ?? visits);
  // What is known of less than a visit is chosen by its own names alone, and chooses no visit.
  const known = names.scope.knownBy ?? scope.knownBy;
  if (known !== undefined) return new FilterFault(known, own[0]?.at ?? 0);
  const within = planScopeFilter(item, { ...names, scope });
  if (within instanceof FilterFault) return within;
  // A visit is the only one of its own.
  if (key === 'visit' && scope === names.scope && scope.holdsVisits) return within;
  const anyDay = key === 'visitor' && own.some(({ name }) => saysDays(names.dimension(name)));
  return { kind: 'some', scope, key, item: within, anyDay, within: days ?? null };
}

/** Days of the rows themselves or of those beside them [M44], not of another moment in the visitor's past. */
function saysDays(named: Resolved<Dimension> | string): boolean {
  if (typeof named === 'string') return false;
  const { kind, id } = named.definition;
  return kind === 'date' && /^(?:date|startOf)/.test(id);
}

/** What costs are known by chooses them by its name of visits, too. */
function alsoOf(scope: Scope, named: Resolved<Dimension>): Resolved<Dimension> {
  const isKnown = scope.knownBy !== undefined && named.definition.scopes?.includes(scope.id) === true;
  return isKnown ? { ...named, scope } : named;
}

function planCondition(condition: Condition, names: FilterNames): ScopeFilter | FilterFault {
  const { name, operator, values, at } = condition;
  const metric = names.metric(name);
  if (metric !== null) {
    return new FilterFault(`${name} is a metric: it may stand only at the top, joined by AND`, at);
  }
  const named = names.dimension(name);
  if (typeof named === 'string') return new FilterFault(named, at);
  const dimension = alsoOf(names.scope, named);
  // A name of another table is a set of one condition [M44].
  if (dimension.scope !== names.scope)
    return planSome({ kind: 'some', key: 'visit', item: condition }, names);
  const { kind } = dimension.definition;
  if (!OPERATORS_OF[kind].includes(operator)) {
    return new FilterFault(`${name} knows only the operators ${OPERATORS_OF[kind].join(' ')}`, at);
  }
  const known = names.known(dimension.definition);
  const checked: Checked[] = [];
  for (const value of values) {
    const one = checkOne(fromToday(value, kind, names), condition, dimension, known);
    if (one instanceof FilterFault) return one;
    checked.push(one);
  }
  return {
    kind: 'condition',
    dimension,
    ...plainly(
      operator,
      checked.flatMap((one) => one.values),
    ),
    named: checked.flatMap((one) => one.named ?? []),
  };
}

const fromToday = (value: FilterValue, kind: Dimension['kind'], names: FilterNames): FilterValue =>
  kind === 'date' && value.text !== null ? { ...value, text: names.day(value.text) } : value;

interface Checked {
  readonly values: readonly (string | null)[];
  readonly named?: readonly string[];
}

/** A name that several ids have makes a list of one value. */
function plainly(operator: FilterOperator, values: Checked['values']) {
  if (values.length < 2) return { operator, values };
  return { operator: operator === '==' ? '=.' : operator === '!=' ? '!.' : operator, values } as const;
}

function checkOne(
  value: FilterValue,
  { operator }: Condition,
  { definition }: Resolved<Dimension>,
  known: KnownOf | null,
): Checked | FilterFault {
  const { text } = value;
  if (text === null) {
    const fits = operator === '==' || operator === '!=';
    return fits ? { values: [null] } : new FilterFault('null goes with == and != only', value.at);
  }
  const noValue = text === '' && definition.kind === 'text';
  const meant = known === null || noValue ? null : meaning(known, operator, text);
  if (meant !== null) return 'fault' in meant ? new FilterFault(meant.fault, value.at) : meant;
  const checked = checkValue(definition, operator, text);
  if ('fault' in checked) return new FilterFault(checked.fault, value.at);
  if (known === null || noValue || !PATTERNS.includes(operator)) return { values: [checked.value] };
  const fitting = fittingNames(known, operator, text);
  return 'fault' in fitting
    ? new FilterFault(fitting.fault, value.at)
    : { values: [checked.value], named: fitting.values };
}

/** Null where the text is to be read as it is. Of an order only what has no number needs its name. */
function meaning(known: KnownOf, operator: FilterOperator, text: string): Meant | null {
  if (PATTERNS.includes(operator)) return null;
  const whole = /^-?\d{1,15}(\.0+)?$/.test(text) ? String(Number(text)) : text;
  const meant = meantBy(known, whole);
  if (SAME.includes(operator)) return meant;
  return meant !== null && 'values' in meant ? meant : null;
}

/** Every dimension that a filter names. */
export function dimensionsIn(filter: ScopeFilter | null): Dimension[] {
  if (filter === null) return [];
  if (filter.kind === 'condition') return [filter.dimension.definition];
  return 'item' in filter ? dimensionsIn(filter.item) : filter.items.flatMap(dimensionsIn);
}

/** Without those of sets within. */
function ownConditions(filter: Filter): Condition[] {
  if (filter.kind === 'condition') return [filter];
  if (filter.kind === 'some') return [];
  return filter.kind === 'not' ? ownConditions(filter.item) : filter.items.flatMap(ownConditions);
}
