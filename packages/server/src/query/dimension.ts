/** The contract of a dimension: what rows are grouped and filtered by. One line in `registry.ts` adds one. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { GoalDefinition } from '../goals/index.ts';
import { addressSql, type AddressKind } from './addresses.ts';
import type { Binder } from './compile/binder.ts';
import type { KnownValue, KnownValues } from './known-values.ts';
import type { List } from './lists/list.ts';
import type { RecordList, RecordsScope } from './lists/records.ts';
import type { Attribution } from './parse/attribution.ts';
import type { Group } from './parse/group.ts';
import type { ScopeId } from './scopes/scope.ts';
import type { ChatNames, Words } from './shape/words.ts';

/**
 * `text`: empty means "no value" · `number`: null means "no value" · `date`: a day or a local moment ·
 * `flag`: yes or no · `item`: the items of a list, into which the compiler explodes a row [M6].
 */
export type DimensionKind = 'text' | 'number' | 'date' | 'flag' | 'item';

/** What a name's parameters stand for, e.g. the 123 of `ym:s:goal123IsReached`. */
export interface NameArguments {
  readonly attribution: Attribution;
  readonly group: Group;
  /** Only where the name has `<goal_id>`. */
  readonly goalId: number | null;
  /** Only where the name has `<currency>`. */
  readonly currency: string | null;
}

export interface DimensionScope extends RecordsScope {
  readonly args: NameArguments;
  readonly binder: Binder;
  /** Placeholder of the time zone that days and hours are in [V11]. */
  readonly zone: string;
  /** Column of the moment at which a row began. */
  readonly time: string;
  /** A column that only visits have: where rows are no visits, the row's visit is joined for it. */
  visit(column: string): string;
}

export interface Address {
  readonly kind: AddressKind;
  raw(scope: DimensionScope): string;
}

interface Common {
  /** The name without its scope's prefix, with its parameters in angle brackets. */
  readonly id: string;
  /** The scopes that it exists in; visits alone unless said. */
  readonly scopes?: readonly ScopeId[];
  /** The field does not have it: names of it begin with our own prefix. */
  readonly ours?: true;
  /** How a value is shown; the value itself unless said. */
  label?(value: string, words: Words): DimensionValue;
  /** Where values are addresses [M35]: of which kind, and what was collected, as SQL. */
  readonly address?: Address;
  /** Values that filters may also name by a label or an alias; anything unless said. */
  readonly known?: KnownValues;
}

/** One value a row, or one for each record that a row has. */
export interface ValueDimension extends Common {
  readonly kind: Exclude<DimensionKind, 'item'>;
  /** Of a date: some rows have none, which is null. */
  readonly optional?: true;
  /** Where a row has several: what `sql` is over, one by one. */
  readonly records?: RecordList;
  /** It is the first parts of a path, by an expression over a row: several of one path are grouped by one key. */
  readonly level?: { readonly path: string; readonly depth: number };
  /** Values that only the subject knows, such as goals. */
  knownOf?(subject: { readonly goals: readonly GoalDefinition[] }): readonly KnownValue[];
  /** The same of an open list: values that have names. */
  openTo?(subject: { readonly chatNames?: ChatNames | null }): readonly KnownValue[];
  /** Expression over a row of the scope, or over a record `r` of it. */
  sql(scope: DimensionScope): string;
}

/** As many values a row as its list has items. */
export interface ItemDimension extends Common {
  readonly kind: 'item';
  readonly list: List;
}

export type Dimension = ValueDimension | ItemDimension;

export function defineDimension<T extends Dimension>(dimension: T): T {
  return dimension;
}

type Expression = ValueDimension['sql'];

/** A dimension whose values are addresses. @param raw what was collected, as SQL */
export function defineAddress(
  kind: AddressKind,
  raw: Expression,
  rest: Omit<Common, 'address'>,
  sql: Expression = (scope) => addressSql(kind, raw(scope)),
): ValueDimension {
  return { ...rest, kind: 'text', sql, address: { kind, raw } };
}
