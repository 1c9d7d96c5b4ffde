/** The conditions of an address as a list that all visits must meet: read, added to, written back. Pure. */
import {
  FilterFault,
  parseFilter,
  printFilter,
  type Condition,
  type Filter,
} from '@goalpost/contract/reports/filters';

/** One chip each. */
export function readConditions(text: string | undefined): Filter[] | FilterFault {
  if (text === undefined || text.trim() === '') return [];
  const filter = parseFilter(text);
  if (filter instanceof FilterFault) return filter;
  return filter.kind === 'and' ? filter.items.flatMap(flat) : [filter];
}

const flat = (filter: Filter): readonly Filter[] =>
  filter.kind === 'and' ? filter.items.flatMap(flat) : [filter];

export function writeConditions(filters: readonly Filter[]): string | undefined {
  const [only] = filters;
  if (only === undefined) return undefined;
  return filters.length === 1 ? printFilter(only) : printFilter({ kind: 'and', items: filters });
}

/** Adds one; the same twice is once, and what is left out of one dimension stands in one chip. */
export function withCondition(filters: readonly Filter[], added: Condition): Filter[] {
  const text = printFilter(added);
  if (filters.some((filter) => printFilter(filter) === text)) return [...filters];
  const place = filters.findIndex(
    (filter) => leavesOut(filter) && leavesOut(added) && filter.name === added.name,
  );
  const standing = filters[place];
  if (standing?.kind !== 'condition') return [...filters, added];
  const joined: Condition = { ...standing, operator: '!.', values: [...standing.values, ...added.values] };
  return filters.with(place, joined);
}

const leavesOut = (filter: Filter): filter is Condition =>
  filter.kind === 'condition' &&
  (filter.operator === '!=' || filter.operator === '!.') &&
  filter.values.every(({ text }) => text !== null);

/** @param text null: no value */
export const sameAs = (name: string, text: string | null, keep: boolean): Condition => ({
  kind: 'condition',
  name,
  operator: keep ? '==' : '!=',
  values: [{ text, at: 1 }],
  at: 1,
});
