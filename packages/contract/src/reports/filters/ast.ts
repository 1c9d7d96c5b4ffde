/** A filter as a tree. Positions are characters of the request's text, from 1. */

/** By what rows of two tables are told to belong together. */
export type RowKey = 'visit' | 'visitor';

export const OPERATORS = [
  '==',
  '!=',
  '=@',
  '!@',
  '=~',
  '!~',
  '=*',
  '!*',
  '=.',
  '!.',
  '>=',
  '<=',
  '>',
  '<',
] as const;
export type FilterOperator = (typeof OPERATORS)[number];

/** `null` is the bare word: "has no value". */
export interface FilterValue {
  readonly text: string | null;
  readonly at: number;
}

export interface Condition {
  readonly kind: 'condition';
  /** Full name of a dimension or a metric. */
  readonly name: string;
  readonly operator: FilterOperator;
  /** One value; for `=.` and `!.` one or more. */
  readonly values: readonly FilterValue[];
  readonly at: number;
}

export type Filter =
  | Condition
  | { readonly kind: 'and' | 'or'; readonly items: readonly Filter[] }
  | { readonly kind: 'not'; readonly item: Filter }
  | Some;

/** Whether there is a row of the same visit or visitor that the filter within chooses [M42]. */
export interface Some {
  readonly kind: 'some';
  readonly key: RowKey;
  readonly item: Filter;
  /** Of a visitor: so many days of 24 hours before the row's own moment, which is counted too [M71]. */
  readonly within?: number;
}

/** What is wrong with a filter's text, and where. */
export class FilterFault {
  readonly message: string;
  readonly at: number;
  /** Nothing is wrong but the size. */
  readonly overLimit: boolean;
  constructor(message: string, at: number, overLimit = false) {
    this.message = message;
    this.at = at;
    this.overLimit = overLimit;
  }
}

export const overLimit = (message: string, at: number): FilterFault => new FilterFault(message, at, true);

export function conditionsOf(filter: Filter): Condition[] {
  switch (filter.kind) {
    case 'condition':
      return [filter];
    case 'not':
    case 'some':
      return conditionsOf(filter.item);
    case 'and':
    case 'or':
      return filter.items.flatMap(conditionsOf);
  }
}
