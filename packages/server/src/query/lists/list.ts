/** A list in a row: what one visit has several of, such as goals. One file and one dimension add one. */
import type { GoalDefinition } from '../../goals/index.ts';
import type { BoundType } from '../compile/binder.ts';
import type { KnownValue } from '../known-values.ts';

/**
 * How items stand in the column of a row's item, once a row is exploded into one for each of its items. Beside
 * the items there are "any item", where the row counts once, and "every row", whether it has items or not.
 */
export interface ItemForm {
  readonly type: 'Int64' | 'String';
  /** Items as they are bound, together and alone. */
  readonly array: BoundType;
  readonly bound: BoundType;
  /** An item as it is bound; null if the text is none. */
  read(text: string): number | string | null;
  readonly every: string;
  readonly any: string;
  isItem(column: string): string;
  /** From an item to the column's form, and back. */
  pack(item: string): string;
  packAll(items: string): string;
  unpack(column: string): string;
  /** A value of the column as people are shown it. */
  idOf(value: string): string;
}

export interface List {
  /** Array column with the ids of its items, one as often as it happened. */
  readonly column: string;
  /** Name of the column with a row's distinct items that may be shown. */
  readonly shown: string;
  /** Name of the column with the item, in exploded rows. */
  readonly item: string;
  readonly form: ItemForm;
  /** What an item is, for a filter that names none. */
  readonly needed: string;
  /** Items that may be shown; null: all. */
  visible(plan: { readonly goals: readonly number[] }): readonly (number | string)[] | null;
  /** All that filters may name; null: any. */
  known(subject: { readonly goals: readonly GoalDefinition[] }): readonly KnownValue[] | null;
}

/** Numbers from 1. */
export const numberItems: ItemForm = {
  type: 'Int64',
  array: 'Array(UInt64)',
  bound: 'UInt64',
  read: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : null),
  every: '-1',
  any: '0',
  isItem: (column) => `${column} > 0`,
  pack: (item) => `toInt64(${item})`,
  packAll: (items) => `CAST(${items}, 'Array(Int64)')`,
  unpack: (column) => `toUInt64(${column})`,
  idOf: (value) => value,
};

/** Any text, with a mark in front that tells items from what is none. */
export const textItems: ItemForm = {
  type: 'String',
  array: 'Array(String)',
  bound: 'String',
  read: (text) => text,
  every: `'*'`,
  any: `''`,
  isItem: (column) => `startsWith(${column}, '=')`,
  pack: (item) => `concat('=', ${item})`,
  packAll: (items) => `arrayMap(g -> concat('=', g), ${items})`,
  unpack: (column) => `substring(${column}, 2)`,
  idOf: (value) => value.slice(1),
};
