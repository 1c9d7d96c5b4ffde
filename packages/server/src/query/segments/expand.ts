/** Puts the filters of saved segments where a filter names them, `ym:s:segment==12` [M65]. Pure. */
import {
  type Condition,
  conditionsOf,
  type Filter,
  FilterFault,
  type FilterValue,
  overLimit,
  parseFilter,
} from '@goalpost/contract/reports/filters';
import type { SavedSegment } from './port.ts';

export const SEGMENT_NAME = 'ym:s:segment';

/** Segments within one another. */
const MAX_DEPTH = 5;
/** Conditions of a filter with those of all that it names, and sets among them: each is a scan. */
const MAX_CONDITIONS = 200;
const MAX_SETS = 10;

const isSegment = ({ name }: Condition): boolean => name === SEGMENT_NAME;

/** Numbers that a filter names; what is no number names none. */
export function namedSegments(filter: Filter): number[] {
  const values = conditionsOf(filter)
    .filter(isSegment)
    .flatMap((condition) => condition.values);
  return values.flatMap((value) => idOf(value) ?? []);
}

function idOf({ text }: FilterValue): number | null {
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

/** @param open segments that the filter stands within, which it may not name */
export function expandSegments(
  filter: Filter,
  segments: ReadonlyMap<number, SavedSegment>,
  open: readonly number[] = [],
): Filter | FilterFault {
  const expanded = expand(filter, segments, open);
  if (expanded instanceof FilterFault || namedSegments(filter).length === 0) return expanded;
  const conditions = conditionsOf(expanded);
  const beyond = conditions[MAX_CONDITIONS];
  if (beyond !== undefined) {
    return overLimit(
      `a filter has at most ${MAX_CONDITIONS} conditions with those of its segments`,
      beyond.at,
    );
  }
  return setsIn(expanded) > MAX_SETS
    ? overLimit(`a filter has at most ${MAX_SETS} sets with those of its segments`, conditions[0]?.at ?? 1)
    : expanded;
}

function expand(
  filter: Filter,
  segments: ReadonlyMap<number, SavedSegment>,
  open: readonly number[],
): Filter | FilterFault {
  switch (filter.kind) {
    case 'condition':
      return isSegment(filter) ? segmentFilter(filter, segments, open) : filter;
    case 'not':
    case 'some': {
      const item = expand(filter.item, segments, open);
      return item instanceof FilterFault ? item : { ...filter, item };
    }
    case 'and':
    case 'or': {
      const items = expandAll(filter.items, (item) => expand(item, segments, open));
      return items instanceof FilterFault ? items : { ...filter, items };
    }
  }
}

function expandAll<T>(list: readonly T[], one: (item: T) => Filter | FilterFault): Filter[] | FilterFault {
  const items: Filter[] = [];
  for (const entry of list) {
    const item = one(entry);
    if (item instanceof FilterFault) return item;
    items.push(item);
  }
  return items;
}

function segmentFilter(
  { operator, values, at }: Condition,
  segments: ReadonlyMap<number, SavedSegment>,
  open: readonly number[],
): Filter | FilterFault {
  const isNegative = operator.startsWith('!');
  if (!['==', '!=', '=.', '!.'].includes(operator)) {
    return new FilterFault(`${SEGMENT_NAME} knows only the operators == != =. !.`, at);
  }
  const items = expandAll(values, (value) => oneSegment(value, segments, open));
  if (items instanceof FilterFault) return items;
  const some: Filter = { kind: 'or', items };
  return isNegative ? { kind: 'not', item: some } : some;
}

function oneSegment(
  value: FilterValue,
  segments: ReadonlyMap<number, SavedSegment>,
  open: readonly number[],
): Filter | FilterFault {
  const id = idOf(value);
  if (id === null) return new FilterFault('the number of a segment is needed', value.at);
  if (open.includes(id)) return new FilterFault(`segment ${id} names itself`, value.at);
  if (open.length >= MAX_DEPTH) {
    return overLimit(`segments stand at most ${MAX_DEPTH} deep in one another`, value.at);
  }
  const segment = segments.get(id);
  if (segment === undefined) return new FilterFault(`there is no segment ${id} of the counter`, value.at);
  const filter = parseFilter(segment.expression);
  const expanded = filter instanceof FilterFault ? filter : expand(filter, segments, [...open, id]);
  if (!(expanded instanceof FilterFault)) return placed(expanded, value.at);
  const { message } = expanded;
  return new FilterFault(`segment ${id}: ${message}`, value.at, expanded.overLimit);
}

/** Faults within a segment are told by the place that names it. */
function placed(filter: Filter, at: number): Filter {
  switch (filter.kind) {
    case 'condition':
      return { ...filter, at, values: filter.values.map(({ text }) => ({ text, at })) };
    case 'not':
    case 'some':
      return { ...filter, item: placed(filter.item, at) };
    case 'and':
    case 'or':
      return { ...filter, items: filter.items.map((item) => placed(item, at)) };
  }
}

function setsIn(filter: Filter): number {
  switch (filter.kind) {
    case 'condition':
      return 0;
    case 'not':
      return setsIn(filter.item);
    case 'some':
      return 1 + setsIn(filter.item);
    case 'and':
    case 'or':
      return filter.items.reduce((sum, item) => sum + setsIn(item), 0);
  }
}
