/** Processing as the door sees it: closed segments go in, and what became of them is told. */
import type { CheckpointSchedule } from '../run/checkpointing.ts';
import type { Log } from '../../kit/log.ts';
import type { LateNotes, LiveHit } from '../run/batch.ts';
import type { ConfigRecord } from '../journal-record.ts';
import type { DamageTotals } from '../journal/damage-log.ts';
import type { ClosedSegment } from '../journal/journal.ts';
import type { SegmentHead } from '../journal/record-line.ts';
import type { AutomaticGoals } from '../ports.ts';

/** Plain data: it may go to another thread. */
export interface ProcessingSettings {
  /** The journal's folder; it exists. */
  readonly dir: string;
  /** Highest number of a segment that the analytics store is known to hold. */
  readonly segmentsKnown: number;
  readonly schedule: CheckpointSchedule;
}

/** What processing asks of its opener, and tells it. Answers may come from another thread. */
export interface ProcessingHost {
  readonly log: Log;
  /** The number that the journal's next new segment will have. */
  nextSegment(): number | Promise<number>;
  /** Every counter's settings as they are now. */
  settings(): readonly ConfigRecord[] | Promise<readonly ConfigRecord[]>;
  readonly makeGoal: AutomaticGoals['make'];
  /** The store has the segment's rows. */
  stored(segment: StoredSegment): void;
  setAside(hits: number): void;
}

export interface StoredSegment {
  readonly number: number;
  readonly live: readonly LiveHit[];
  /** What it found of hits that the door had taken, by counter. */
  readonly notes: ReadonlyMap<number, LateNotes>;
}

/** @throws what the disk says, where the journal cannot be used */
export type OpenProcessing = (settings: ProcessingSettings, host: ProcessingHost) => Promise<Processing>;

/** Nothing is processed before `run`. */
export interface Processing {
  readonly start: ProcessingStart;
  run(): void;
  /** Takes over a segment that the journal has closed; in order of numbers. */
  enqueue(segment: ClosedSegment): void;
  /** Resolves when the segment and all before it are stored. @throws Stopped, also where it has ended already */
  settled(number: number): Promise<void>;
  state(): ProcessingState;
  /** Ends after the segment in hand, with a last checkpoint. */
  stop(): Promise<void>;
  /** Resolves where processing has ended by a fault of the program. */
  readonly failed: Promise<Error>;
}

/** What the last run has left. */
export interface ProcessingStart {
  /** Number of the segment to write now. */
  readonly firstNumber: number;
  /** What that segment says of the one before it. */
  readonly previous: SegmentHead;
  /** Closed segments that wait; processing knows of them. */
  readonly waiting: readonly ClosedSegment[];
  /** Counters whose settings now are not the last ones that the journal holds. */
  readonly changed: readonly number[];
}

/** What may change without a segment's being stored. */
export interface ToldState {
  /** A segment that cannot be read now, in a sentence; hits from it on wait. Null: all can. */
  readonly unreadable: string | null;
  /** False while the analytics store takes no rows. */
  readonly storing: boolean;
  readonly damage: DamageTotals;
  /** Files of state other than the journal, ever. */
  readonly damagedFiles: number;
}

export interface ProcessingState extends ToldState {
  /** Of closed segments that are not stored yet. */
  readonly backlogBytes: number;
  readonly backlogSegments: number;
}
