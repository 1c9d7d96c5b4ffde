/**
 * Records in a row: what a visit or a hit has several of, each with fields, such as its params. Every field is a
 * dimension; those of one question make its rows together. One file adds one.
 */
import type { RowKey } from '@goalpost/contract/reports/filters';
import type { Scope } from '../scopes/scope.ts';
import { textItems, type List } from './list.ts';

/** What records are made of, while SQL is written. */
export interface RecordsScope {
  /** Placeholder of the numbers of goals that are not deleted. */
  goals(): string;
  /** Placeholder of the currency of the question. */
  questionCurrency(): string;
  /** Rows are joined with it, by its key. */
  join(side: Side): void;
}

/** Days before and after the period. */
export interface Days {
  readonly before: number;
  readonly after: number;
}

/** Another table's rows, put together for each visit or visitor. */
export interface Side {
  /** What the joined table is called. */
  readonly name: string;
  readonly key: RowKey;
  readonly scope: Scope;
  /** Rows that could be of the visits asked for, those of the period, all that there are, or of the days said. */
  readonly days: 'visits' | 'period' | 'all' | Days;
  /** Columns for each key, with their names. */
  readonly columns: readonly string[];
}

export interface RecordList {
  /** Columns of exploded rows are called by it. */
  readonly name: string;
  /** An array of tuples, over a row of the scope. */
  sql(scope: RecordsScope): string;
}

/** A record, in the SQL of its fields. */
export const RECORD = 'r';

/** What rows are exploded by. */
export type Exploded = Pick<List, 'item' | 'shown' | 'form'>;

export function explodedRecords({ name }: RecordList): Exploded {
  return { item: `${name}_row`, shown: `${name}_shown`, form: textItems };
}
