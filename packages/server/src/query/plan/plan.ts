/** A report's whole question, with every name looked up: all that the compiler needs to know. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { SumsNote } from '@goalpost/contract/reports/sums';
import type { CounterRecord } from '../../counters/index.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import type { Hosts } from '../addresses.ts';
import type { Dimension } from '../dimension.ts';
import type { Metric } from '../metric.ts';
import type { FilterOperator, RowKey } from '@goalpost/contract/reports/filters';
import type { Mark } from '../sums/mark.ts';
import type { Group } from '../parse/group.ts';
import type { Resolved } from '../parse/names.ts';
import type { Language } from '../parse/request.ts';
import type { Zone } from '../parse/zone.ts';
import type { Scope } from '../scopes/scope.ts';
import type { ChatNames } from '../shape/words.ts';

/** A filter over rows of a scope. Values are of the dimension's kind; null is "no value". */
export type ScopeFilter =
  | {
      readonly kind: 'condition';
      readonly dimension: Resolved<Dimension>;
      readonly operator: FilterOperator;
      readonly values: readonly (string | null)[];
      /** Beside what fits the operator: ids that have a name which does. */
      readonly named?: readonly string[];
    }
  | { readonly kind: 'and' | 'or'; readonly items: readonly ScopeFilter[] }
  | { readonly kind: 'not'; readonly item: ScopeFilter }
  | ScopeSome;

/** Whether a row of the scope that has the same key is chosen by the filter over its rows [M42]. */
export interface ScopeSome {
  readonly kind: 'some';
  readonly scope: Scope;
  readonly key: RowKey;
  readonly item: ScopeFilter;
  /** The filter says by itself which days; else they are the question's [M43]. */
  readonly anyDay: boolean;
  /** Days of 24 hours before the row's own moment, whatever the days of the question; null: it is not bound so. */
  readonly within: number | null;
}

/** Rows that both choose; null chooses all. */
export function both(one: ScopeFilter | null, other: ScopeFilter | null): ScopeFilter | null {
  if (one === null || other === null) return one ?? other;
  return { kind: 'and', items: [one, other] };
}

export type Comparison = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** Chooses rows of the result by a metric. */
export interface RowFilter {
  /** Index in `metrics`. */
  readonly metric: number;
  readonly operator: Comparison;
  readonly value: number;
}

export interface SortKey {
  readonly column: 'metric' | 'dimension';
  readonly index: number;
  readonly descending: boolean;
}

export interface Plan {
  /** What is asked of. */
  readonly scope: Scope;
  readonly counters: readonly number[];
  readonly zone: Zone;
  /** First and last day, `YYYY-MM-DD`, in the zone. */
  readonly from: string;
  readonly to: string;
  readonly dimensions: readonly Resolved<Dimension>[];
  readonly metrics: readonly Resolved<Metric>[];
  /** Values of the first dimensions, where a row of a drill-down is opened: only what is within it is asked. */
  readonly opened: readonly (string | null)[];
  readonly where: ScopeFilter | null;
  readonly having: readonly RowFilter[];
  readonly sort: readonly SortKey[];
  readonly limit: number;
  readonly offset: number;
  readonly group: Group;
  /** Numbers of goals that are not deleted, and the favourite ones of them. */
  readonly goals: readonly number[];
  readonly favorites: readonly number[];
  /** Those of them that uploads reach, and no hit does. */
  readonly uploadedGoals: readonly number[];
  /** Uploads told of visits of these counters [G133]. */
  readonly hasUploads: boolean;
  readonly currency: string;
  /** By which prices in other currencies are converted; null: none are [M74]. */
  readonly rates: RateTable | null;
  readonly robots: boolean;
  /** Hosts in punycode among the rows, where a pattern of the filter looks at their letters [M35]. */
  readonly hosts: Hosts;
  readonly includeUndefined: boolean;
  /** Days of these counters that are read from sums, where the question can be. */
  readonly marks: readonly Mark[];
  /** What the answer says of such days; null: the period has none. */
  readonly sums: SumsNote | null;
  readonly lang: Language;
}

/** What a request is about. Counters as the request lists them, at least one; no deleted goals. */
export interface Subject {
  readonly counters: readonly CounterRecord[];
  readonly goals: readonly GoalDefinition[];
  /** Where the question shows them. */
  readonly chatNames?: ChatNames | null;
  /** Where the period has days of which only sums are left. */
  readonly marks?: readonly Mark[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}
