/** Where the chat is kept. Contract suites: `stores/records/chat/*.contract.ts`. */
import type { ChatFile, ChatMessage, ClientAttributes, Contact } from '@goalpost/contract/chat';
import type { OutboxStore } from '../kit/outbox/port.ts';
import type {
  ChatPerson,
  ConversationRecord,
  CustomField,
  NewMessage,
  PendingGoal,
  StandingInvitation,
  StoredHappening,
} from './records.ts';

/** The types of what is kept, for the stores, which enter by this door only. */
export type * from './records.ts';
export type * from './facts/port.ts';

/** How far an operator has read a conversation, and whether it calls them [C90, C91]. */
export interface OperatorMark {
  readonly conversationId: string;
  readonly accountId: string;
  readonly seq: number;
  /** When it was handed to them, and they have not looked since; null: it was not. */
  readonly calledAt: number | null;
}

/** Stands for all operators where something was answered: no operator has it to read any more [C90]. */
export const EVERYONE = '';

/** What a step of the conversation writes, in one transaction [C27]. */
export interface ConversationWrite {
  /** The whole conversation after the step, but for `lastSeq`, which the store counts. */
  readonly conversation: ConversationRecord;
  /** True: the conversation is new. */
  readonly opened: boolean;
  readonly messages: readonly NewMessage[];
  readonly goal: PendingGoal | null;
  /** Chat events beside the four goals, stored with it in the same way; absent is none. */
  readonly events?: readonly PendingGoal[];
  /** What others are to be told of, stored with it until they are [C50]; absent is nothing. */
  readonly happenings?: readonly Pick<StoredHappening, 'event' | 'at'>[];
  /** Who has read how far with it, an account or `EVERYONE`; absent is no operator. */
  readonly reads?: readonly Pick<OperatorMark, 'accountId' | 'seq'>[];
  /** Whom it calls from now on, and no other operator; absent: as before. */
  readonly calls?: { readonly accountIds: readonly string[]; readonly at: number };
}

export interface ConversationWritten {
  /** As stored. */
  readonly conversation: ConversationRecord;
  /** Those of the step, with their numbers. */
  readonly messages: readonly ChatMessage[];
  /** Those of the step's `events` that were not stored before. */
  readonly events: readonly PendingGoal[];
  /** Those of the step, unless it had been written before. */
  readonly happenings: readonly StoredHappening[];
}

export interface ConversationFilter {
  readonly counterIds: readonly number[];
  readonly state?: 'open' | 'closed';
  readonly assignedTo?: string | null;
  readonly personId?: string;
  /** Analytics visitor number. */
  readonly visitor?: string;
  /** Older than this (last message), for paging. */
  readonly before?: number;
  /** The conversation that `before` is the time of, so that its equals in time are not passed over. */
  readonly beforeId?: string;
  /** Leaves out those of these departments, unless they are the account's own [A46]. */
  readonly hidden?: {
    readonly accountId: string;
    readonly departments: readonly { readonly counterId: number; readonly ids: readonly string[] }[];
  };
  readonly limit: number;
}

export interface ChatStore {
  /** @param secretHash SHA-256, hex */
  createPerson(person: Omit<ChatPerson, 'number'>, secretHash: string): Promise<ChatPerson>;
  personBySecret(counterId: number, secretHash: string): Promise<ChatPerson | null>;
  person(personId: string): Promise<ChatPerson | null>;
  updatePerson(
    personId: string,
    changes: {
      readonly contact?: Contact;
      readonly custom?: readonly CustomField[];
      readonly attributes?: ClientAttributes;
      readonly userToken?: string;
      readonly blocked?: boolean;
      readonly visitor?: string;
      readonly invitation?: StandingInvitation | null;
    },
  ): Promise<ChatPerson | null>;

  conversation(id: string): Promise<ConversationRecord | null>;
  /** The person's conversation that is not closed [C5]. */
  openConversation(personId: string): Promise<ConversationRecord | null>;
  conversations(filter: ConversationFilter): Promise<ConversationRecord[]>;
  /**
   * All of it or nothing. A message whose key the conversation has already is not written again: the answer
   * holds the one that is there [C2], and `goal` is then not written either. Where the person has an open
   * conversation already, one that would open a second joins it instead [C5].
   */
  write(step: ConversationWrite): Promise<ConversationWritten>;
  /** Of these conversations: the account's marks and those of `EVERYONE`; with null, all accounts'. */
  marks(conversationIds: readonly string[], accountId: string | null): Promise<OperatorMark[]>;
  messages(conversationId: string, afterSeq: number, limit: number): Promise<ChatMessage[]>;
  /** A message of any of the person's conversations: a retry may come after its conversation was closed [C2]. */
  messageByKey(personId: string, key: string): Promise<ChatMessage | null>;
  /** Open conversations whose last message is older, oldest first [C6]. */
  silentSince(before: number, limit: number): Promise<ConversationRecord[]>;

  /** What is stored belongs at once to the node that stored it. */
  addPendingGoal(goal: PendingGoal): Promise<boolean>;
  /** Those that are not in the journal yet. */
  readonly goals: OutboxStore<PendingGoal>;
  /** Those that no listener has been told of, in the order in which they were stored. Done, they are forgotten. */
  readonly happenings: OutboxStore<StoredHappening, number>;
}

/** Documents of a counter's chat that have no life of their own: settings, canned replies, webhooks. */
export interface ChatDocuments {
  /** @returns null where nothing was saved */
  read(counterId: number, kind: 'settings' | 'canned' | 'webhooks'): Promise<unknown>;
  save(counterId: number, kind: 'settings' | 'canned' | 'webhooks', document: unknown): Promise<void>;
}

export interface FileRecord extends ChatFile {
  readonly counterId: number;
  readonly personId: string | null;
  readonly createdAt: number;
}

export interface FileIndex {
  add(file: FileRecord): Promise<void>;
  get(id: string): Promise<FileRecord | null>;
  /** Those of the counter are used from now on, whether or not a message holds them. */
  hold(counterId: number, ids: readonly string[]): Promise<void>;
  /** Files that nothing holds, made before a moment; oldest first. */
  unused(before: number, limit: number): Promise<FileRecord[]>;
  /** @returns false where something holds it by now, or it is gone */
  removeUnused(id: string): Promise<boolean>;
}

/** What is remembered of an operator while no server runs [C47, C48]. */
export interface OperatorState {
  readonly accountId: string;
  /** They said so. */
  readonly away: boolean;
  /** A console of theirs that may answer is connected, or was when the server ended. */
  readonly connected: boolean;
}

export interface OperatorBook {
  /** Those who are away or connected. */
  remembered(): Promise<OperatorState[]>;
  /** All at once; each account once. */
  save(states: readonly OperatorState[]): Promise<void>;
}

/** What the chat's e-mail asks of the stores. */
export type * from './mail/port.ts';
export type * from './timeline/port.ts';
