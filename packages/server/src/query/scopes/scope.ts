/** The contract of a scope: the table that a question is asked of. One line in `scopes/scopes.ts` adds one. */
import type { RowKey } from '@goalpost/contract/reports/filters';

export type ScopeId = 'visits' | 'hits' | 'events' | 'downloads' | 'userParams' | 'costs';

export interface Scope {
  readonly id: ScopeId;
  /** How the API's names of it begin. */
  readonly prefix: string;
  /** How names begin that the field does not have; null: there are none. */
  readonly ours: string | null;
  /** What its rows are, for people. */
  readonly rows: string;
  /** The table, as FROM takes it; by a placeholder of the question's zone where its rows depend on that. */
  readonly table: string | ((zone: string) => string);
  /** The same, where uploads told of visits of the counters: with what they told [G133]. */
  readonly withUploads?: (counters: string, zone: () => string) => string;
  /** Columns of the table that `*` does not name: they are made of others when they are read. */
  readonly made?: readonly string[];
  /** When a row began, by which it belongs to a period [V11]. */
  readonly time: string;
  /**
   * The day by which the table is kept in order, and how many days it may be away from the day of `time` in
   * any zone: it bounds what is read, and decides nothing.
   */
  readonly day: { readonly column: string; readonly margin: number };
  /** Whether a robot made it [V13]. */
  readonly robots: string;
  /** Which rows of the table belong to the scope, where not all do. */
  readonly only: string | null;
  readonly keys: Readonly<Record<RowKey, readonly string[]>>;
  /** Days that a row may lie behind the first moment of its visit. */
  readonly afterVisit: number;
  /** Whether its rows are visits; else a visit's own columns are found through the key `visit`. */
  readonly holdsVisits: boolean;
  /** How many rows there are, where not all count, or some stand for many. */
  readonly count?: string;
  /** By what its rows are known, where that is less than days and hours, visitors and all that visits are. */
  readonly knownBy?: string;
  /** Its rows know their visitor and their time alone; their visit is found by these. */
  readonly byTime?: true;
}

/** What a scope's table depends on, each as SQL where it is asked for. */
export interface TableParts {
  /** Uploads told of visits of the counters. */
  readonly hasUploads: boolean;
  counters(): string;
  /** Of the question. */
  zone(): string;
}

export function tableOf({ table, withUploads }: Scope, { hasUploads, counters, zone }: TableParts): string {
  if (hasUploads && withUploads !== undefined) return withUploads(counters(), zone);
  return typeof table === 'string' ? table : table(zone());
}
