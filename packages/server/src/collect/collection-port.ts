/** What collection is given, and what it gives the rest of the server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MaskCounts, OtherChatNote } from '@goalpost/contract/collection';
import type { Clock } from '../kit/clock.ts';
import type { Endpoint } from '../kit/endpoint.ts';
import type { Watched } from '../kit/watched.ts';
import type { LiveHit } from './run/batch.ts';
import type { CounterConfig } from './state/counter-config.ts';
import type { DoorSettings } from './door/door.ts';
import type { OwnVisitListener, ReadOwnVisitLink } from './door/own-visits.ts';
import type { Place } from './door/place.ts';
import type { RefusedTrial } from './door/watch-handler.ts';
import type { TagSeen } from './health/health.ts';
import type { DamageTotals } from './journal/damage-log.ts';
import type { JournalDisk } from './journal/file-system.ts';
import type { JournalLimits } from './journal/journal.ts';
import type { Log } from '../kit/log.ts';
import type { OpenProcessing } from './processing/port.ts';
import type { AutomaticGoals, CounterDirectory } from './ports.ts';
import type { PutEvent } from './server-event.ts';
import type { CheckpointSchedule } from './run/checkpointing.ts';
import type { Forgotten } from './run/forget.ts';
import type { StalledRecord } from './run/stalled-record.ts';
import type { Unreadable, UnreadableRequest } from './unreadable.ts';

export interface CollectionDeps {
  /** Folder of everything the server keeps; must exist. */
  readonly dataDir: string;
  readonly directory: CounterDirectory;
  readonly automaticGoals: AutomaticGoals;
  /** Decides in which thread segments are processed. */
  readonly openProcessing: OpenProcessing;
  readonly place: Place;
  /** Links by which browsers of the site's own people are marked; absent: there are none. */
  readonly readOwnVisitLink?: ReadOwnVisitLink;
  readonly clock: Clock;
  readonly log: Log;
  /** Addresses or ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[];
  /** Hears which hit is at the door. */
  readonly watched?: Watched;
  /** The last run got stuck in it. */
  readonly stalled?: StalledRecord | null;
  readonly disk?: JournalDisk;
  readonly limits?: Partial<JournalLimits>;
  readonly checkpoints?: CheckpointSchedule;
  readonly door?: Partial<DoorSettings>;
  /** Highest number of a segment that the analytics store is known to hold. */
  readonly segmentsKnown?: number;
  /** How long `close` waits for the store; the rest waits in the journal for the next start. */
  readonly drainMs?: number;
}

export interface CollectionStats {
  /** Since the start. */
  readonly stored: number;
  readonly refused: number;
  /** Requests of any kind that could not be read as HTTP, by reason. */
  readonly unreadable: ReturnType<Unreadable['counts']>;
  readonly backlogSegments: number;
  readonly backlogBytes: number;
  /** Ever. */
  readonly setAside: number;
  readonly damage: DamageTotals;
  /** Other files of state, ever. */
  readonly damagedFiles: number;
  /** Why processing waits for a segment, in a sentence; null: it does not. */
  readonly journalUnreadable: string | null;
  readonly storing: boolean;
}

export interface Collection {
  /** Counts a request that was answered before it could be read. */
  unreadable(request: UnreadableRequest): void;
  /** Requests that `owns` is true of; it answers them all. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  owns(url: string): boolean;
  /** Resolves when hits from now on are judged by these settings [G17]. @throws JournalUnavailable */
  publish(config: CounterConfig): Promise<void>;
  /** Journals an event that the server itself reports. Resolves when it is on disk. @throws JournalUnavailable */
  readonly putEvent: PutEvent;
  /** The number of today of a visitor who has none [W13]; the same as of their hits. Decimal UInt64. */
  visitorOfToday(counterId: number, from: { readonly address: string; readonly agent: string }): string;
  readonly endpoints: readonly Endpoint[];
  /** What was seen of a counter's tag. */
  tagSeen(counterId: number): TagSeen;
  /** How an id of a visitor reads that was masked. */
  maskedIds(value: string): readonly string[];
  /** An id that another system told, without what is personal in it [P52]. */
  maskedId(counterId: number, id: string): string;
  /** Takes visitors out of everything that collection keeps; see `forgetVisitors`. */
  forget(counterId: number, visitors: readonly string[] | 'everyone'): Promise<Forgotten>;
  /** Counts what another part of the server has masked, for Collection health. */
  masked(counterId: number, counts: MaskCounts): void;
  /** Counts for Collection health what of a vendor's chat or its webhooks was refused or ignored. */
  otherChat(counterId: number, what: 'refused' | OtherChatNote): void;
  /** Tells of hits after the store has them, a batch at a time. The listener must not throw. */
  listen(listener: (hits: readonly LiveHit[]) => void): void;
  /** Tells of pages that were opened to try goals out, and whose host is not taken. The listener must not throw. */
  listenToRefusedTrials(listener: (trial: RefusedTrial, counterId: number, now: number) => void): void;
  /** Tells of browsers that a link marks as the site's own. The listener must not throw. */
  listenToOwnVisits(listener: OwnVisitListener): void;
  /** Resolves when all that was acknowledged before is in the store. */
  flushed(): Promise<void>;
  /** Whether hits can be taken; the store may be away. */
  ready(): boolean;
  stats(): CollectionStats;
  /** Resolves where processing has ended by a fault of the program: hits are journaled, and wait for the next start. */
  readonly processingFailed: Promise<Error>;
  /** Refuses hits from now on, stores what is journaled if the store takes it in time, and checkpoints. */
  close(): Promise<void>;
}
