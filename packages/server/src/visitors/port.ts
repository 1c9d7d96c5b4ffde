/** What is known of visitors from their visits. */
import type { VisitCursor, VisitFields } from './visit-fields.ts';

/** What analytics knows of a visitor's present and past, for rules and for the operator's side panel. */
export interface VisitorStory {
  story(counterId: number, visitor: string, signal?: AbortSignal): Promise<Story>;
  /** How many visits each has had; who has had none is not in the answer. */
  visitCounts(counterId: number, visitors: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface Story {
  readonly visits: readonly {
    readonly startedAt: number;
    readonly trafficSource: string;
    readonly sourceEngine: string;
    readonly utm: Readonly<Record<'source' | 'medium' | 'campaign' | 'content' | 'term', string>>;
    readonly referrer: string;
    readonly startUrl: string;
    readonly pageViews: number;
    readonly duration: number;
    readonly goalIds: readonly number[];
    readonly country: string;
  }[];
  /** Pages of the latest visit, oldest first. */
  readonly pages: readonly { readonly at: number; readonly url: string; readonly title: string }[];
}

export interface VisitorReach {
  readonly visitor: string;
  readonly goalId: number;
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

/** What visitors reached. */
export interface VisitorReaches {
  /** @param visitors decimal UInt64 */
  reaches(
    counterId: number,
    visitors: readonly string[],
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<readonly VisitorReach[]>;
}

/** Finds whom another system speaks of. */
export interface VisitorMatch {
  /** @param who empty texts: not said. @returns decimal UInt64 of a visitor who has been there; null: of no visitor */
  find(
    counterId: number,
    who: { readonly visitor: string; readonly userId: string; readonly email: string },
  ): Promise<string | null>;
  /** Where the visitor was last; null: no visit is known. */
  placeOf(counterId: number, visitor: string): Promise<LastPlace | null>;
}

export interface LastPlace {
  readonly url: string;
  readonly title: string;
  readonly landing: { readonly url: string; readonly referrer: string };
  readonly country: string;
  readonly language: string;
}

/** A person by their number on a counter. */
export interface OneVisitor {
  readonly counterId: number;
  /** Decimal UInt64. */
  readonly visitor: string;
}

export interface HitOfVisit {
  readonly visitId: string;
  /** Unix seconds. */
  readonly second: number;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  /** The page that it happened on. */
  readonly onPage: string;
  readonly pageTitle: string;
  /** JSON, or empty. */
  readonly commerce: string;
}

export interface VisitorTotals {
  readonly visits: number;
  readonly firstVisitAt: number | null;
  readonly revenue: readonly { readonly currency: string; readonly revenue: number }[];
}

/** One visitor's visits and what happened in them, robots left out. */
export interface VisitorVisits {
  /** Newest first, behind the cursor. */
  visits(
    who: OneVisitor,
    after: VisitCursor | null,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly VisitFields[]>;
  /** @param goals whose prices count */
  totals(who: OneVisitor, goals: readonly number[], signal: AbortSignal): Promise<VisitorTotals>;
  /** Of each visit the first `limit` hits in order of time, and how many there are. */
  hits(
    who: OneVisitor,
    visits: readonly VisitFields[],
    limit: number,
    signal: AbortSignal,
  ): Promise<{ readonly hits: readonly HitOfVisit[]; readonly counts: ReadonlyMap<string, number> }>;
}
