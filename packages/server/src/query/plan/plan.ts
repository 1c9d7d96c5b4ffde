/** A report's whole question, with every name looked up: all that the compiler needs to know. */
import type { CounterRecord } from '../../counters/index.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import type { Dimension } from '../dimension.ts';
import type { Metric } from '../metric.ts';
import type { FilterOperator } from '../parse/filters/ast.ts';
import type { Group } from '../parse/group.ts';
import type { Resolved } from '../parse/names.ts';
import type { Zone } from '../parse/zone.ts';

/** A filter over visits. Values are of the dimension's kind; null is "no value". */
export type VisitFilter =
  | {
      readonly kind: 'condition';
      readonly dimension: Resolved<Dimension>;
      readonly operator: FilterOperator;
      readonly values: readonly (string | null)[];
      /** Beside what fits the operator: ids that have a name which does. */
      readonly named?: readonly string[];
    }
  | { readonly kind: 'and' | 'or'; readonly items: readonly VisitFilter[] }
  | { readonly kind: 'not'; readonly item: VisitFilter };

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
  readonly counters: readonly number[];
  readonly zone: Zone;
  /** First and last day, `YYYY-MM-DD`, in the zone. */
  readonly from: string;
  readonly to: string;
  readonly dimensions: readonly Resolved<Dimension>[];
  readonly metrics: readonly Resolved<Metric>[];
  readonly where: VisitFilter | null;
  readonly having: readonly RowFilter[];
  readonly sort: readonly SortKey[];
  readonly limit: number;
  readonly offset: number;
  readonly group: Group;
  /** Numbers of goals that are not deleted, and the favourite ones of them. */
  readonly goals: readonly number[];
  readonly favorites: readonly number[];
  readonly currency: string;
  readonly robots: boolean;
  readonly includeUndefined: boolean;
}

/** What a request is about. Counters as the request lists them, at least one; no deleted goals. */
export interface Subject {
  readonly counters: readonly CounterRecord[];
  readonly goals: readonly GoalDefinition[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}
