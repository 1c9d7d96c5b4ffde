/** What erasing and exporting a person asks of the stores. */
import type { ErasureLeft, PersonCounts, PersonKey, PersonQuery } from '@goalpost/contract/management';
import type { Claims } from '../kit/outbox/port.ts';

/** All by which the stores know one person on a counter. */
export interface Person {
  /** Decimal UInt64. */
  readonly visitors: readonly string[];
  /** Ids of the chat. */
  readonly people: readonly string[];
  readonly conversations: readonly string[];
  readonly files: readonly string[];
  /** User ids, e-mail addresses and phones: what others may have written of them is found by these. */
  readonly names: readonly string[];
}

export type ChatCounts = Omit<PersonCounts, 'visitors' | 'visits' | 'hits'>;
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Rows of the chat. */
export interface PersonRecords {
  /** @returns people of the chat by what they said of themselves */
  findPeople(counterId: number, by: PersonKey, value: string): Promise<readonly ChatIdentity[]>;
  /** E-mail addresses, phones and user ids that these identities told of themselves. */
  saidBy(counterId: number, people: readonly string[]): Promise<readonly PersonQuery[]>;
  /** Identities that the visitors have in the chat. */
  ofVisitors(counterId: number, visitors: readonly string[]): Promise<readonly ChatIdentity[]>;
  /** Conversations and files of these. */
  belongings(
    counterId: number,
    person: Pick<Person, 'visitors' | 'people'>,
  ): Promise<Pick<Person, 'conversations' | 'files'>>;
  counts(counterId: number, person: Person): Promise<ChatCounts>;
  rows(counterId: number, person: Person): Promise<Readonly<Record<string, Rows>>>;
  /** Done twice, it does nothing more. */
  remove(counterId: number, person: Person): Promise<void>;
  /** Rows that were deleted leave the files of the database, too. @returns false where another program holds it up */
  scrub(): Promise<boolean>;
}

/** What the owner and colleagues wrote that names a person: filters, names, notes, the log, reports under way [P34]. */
export interface PersonMentions {
  /** Done twice, it does nothing more. */
  remove(counterId: number, person: Person): Promise<void>;
  /** What still names them, wherever it stands, and is for people to change [P37]. */
  left(counterId: number, person: Person): Promise<readonly ErasureLeft[]>;
}

export interface ChatIdentity {
  readonly personId: string;
  readonly visitor: string;
}

/** User ids that the hits of a visitor told, a few of them. */
export interface ToldId {
  readonly visitor: string;
  readonly ids: readonly string[];
}

/** Rows of the analytics store, by what they are of. */
export type VisitRows = Readonly<Record<'visits' | 'hits' | 'calls' | 'reaches' | 'conversations', Rows>>;

/** What the analytics store keeps of a person. */
export interface PersonVisits {
  /** @param userIds as they may have been stored */
  withUserId(counterId: number, userIds: readonly string[]): Promise<readonly string[]>;
  userIds(counterId: number, visitors: readonly string[]): Promise<readonly ToldId[]>;
  counts(counterId: number, visitors: readonly string[]): Promise<Pick<PersonCounts, 'visits' | 'hits'>>;
  rows(counterId: number, visitors: readonly string[]): Promise<VisitRows>;
  /** What reports say of these conversations. Done twice, it does nothing more. */
  removeConversations(counterId: number, conversations: readonly string[]): Promise<void>;
  /** Rows that came by segments up to this one. Done twice, it does nothing more. */
  remove(counterId: number, visitors: readonly string[], segment: number): Promise<void>;
}

export interface StoredErasure {
  readonly id: string;
  readonly counterId: number;
  readonly by: PersonKey;
  /** Null once it is done. */
  readonly person: Person | null;
  readonly counts: PersonCounts;
  readonly byHand: readonly ErasureLeft[];
  readonly askedBy: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly waitsFor: string;
}

/** Erasures that were asked for: stored first, and done later also after a kill. */
export interface ErasureStore extends Claims<StoredErasure> {
  add(erasure: StoredErasure): Promise<void>;
  get(counterId: number, id: string): Promise<StoredErasure | null>;
  list(counterId: number): Promise<StoredErasure[]>;
  /** It waits for another try. */
  postpone(id: string, why: string): Promise<void>;
  /** What it was about is forgotten. */
  finish(id: string, at: number, byHand: readonly ErasureLeft[]): Promise<void>;
}
