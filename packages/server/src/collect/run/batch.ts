/** What the pipeline makes of one journal segment, and how it is asked for it. */
import type { HitNote } from '@goalpost/contract/collection';
import type { GoalFact, GoalMemory, VisitSoFar } from '../../goals/index.ts';
import type { BinaryRows } from '../../kit/olap.ts';
import type { JournalRecord } from '../journal-record.ts';
import type { UncountedReason } from '../steps/count-reaches.ts';

export interface Segment {
  /** Numbers rise by one and are never used twice in a data folder. */
  readonly number: number;
  readonly records: readonly JournalRecord[];
  /** Each one's place in the segment as it was written, where that is not its index: ids are made of it [V17]. */
  readonly places?: readonly number[];
}

/** Notes of hits that processing alone can tell [W10]. */
export type LateNote = Extract<HitNote, 'duplicate' | 'unchecked' | 'price'>;
export type LateNotes = Readonly<Partial<Record<LateNote, number>>>;

/** One hit as the live feed shows it. */
export interface LiveHit {
  readonly counterId: number;
  /** Decimal UInt64; "visitors now" counts these. */
  readonly visitor?: string;
  /** Arrival, milliseconds since the epoch. */
  readonly at: number;
  readonly kind: string;
  readonly url: string;
  readonly identifier: string;
  /** Ids of goals reached. */
  readonly goals: readonly number[];
  readonly robot: boolean;
  /** A vendor's id of the conversation that a page told of. */
  readonly thread?: string;
  /** What brought the visit; absent: it has none. */
  readonly source?: string;
  /** Its browser came by a link of the test mode. */
  readonly tried?: TriedHit;
}

/** What tells why a goal was reached by a hit, or was not [G66]. */
export interface TriedHit {
  /** As its browser said it: whether it is ours is for the reader to check. */
  readonly token: string;
  readonly fact: GoalFact;
  readonly page: string;
  /** As it stands with the hit. */
  readonly visit: VisitSoFar;
  /** What goals keep of the visit, with the hit. */
  readonly memory: GoalMemory;
  /** Those that the hit was held against. */
  readonly asked: Readonly<Record<string, number>>;
  /** Its event is of another vendor's chat, whose events are switched off [W62]. */
  readonly switchedOff: boolean;
  readonly uncounted: readonly { readonly goalId: number; readonly reason: UncountedReason }[];
  /** A robot that is kept apart [G19]. */
  readonly robot: boolean;
  /** What goals came to that it reached itself, and what it holds of prices [G88]. */
  readonly reached: readonly { readonly goalId: number; readonly price: number; readonly currency: string }[];
  readonly pagePrices: string;
}

export interface Batch {
  readonly hits: BinaryRows;
  readonly visits: BinaryRows;
  /** The first day on which one of these visits opened, `YYYY-MM-DD`; null: there are none. */
  readonly firstOpenedOn: string | null;
  /** Visitors that memory has no room for [V24]: JSONEachRow lines, or empty. */
  readonly resting: string;
  readonly live: readonly LiveHit[];
  /** For "Collection health", by counter. */
  readonly notes: ReadonlyMap<number, LateNotes>;
}

/**
 * Journal segments in, rows out. Its state is a pure function of the segments it was given [V17]; segments
 * are given in order, one at a time.
 */
export interface Pipeline {
  /** Lets the event loop run between slices of a few milliseconds. */
  process(segment: Segment): Promise<Batch>;
  /** State as lines, to be loaded by a later process. Not called while `process` runs. */
  dump(): Iterable<string>;
  load(lines: AsyncIterable<string>): Promise<void>;
  /** Revision of the counter's settings as of the last segment; undefined if never seen. */
  revision(counterId: number): number | undefined;
}
