/** What the console knows: connection, conversations, logs, people on the site, what is still to be sent. */
import type {
  ChatFile,
  ChatMessage,
  ChatRefusalReason,
  ConversationView,
  Person,
} from '@goalpost/contract/chat';

export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'denied';

/** Messages of a conversation that is held in full: by number, without doubles. */
export type Log = readonly ChatMessage[];

export interface Visited {
  readonly url: string;
  readonly title: string;
}

/** Said by this operator and not yet known to be stored. */
export interface Outgoing {
  readonly key: string;
  readonly kind: 'message' | 'note';
  readonly conversationId: string;
  readonly text: string;
  readonly file: ChatFile | null;
  readonly at: number;
  /** Null: under way. */
  readonly refused: ChatRefusalReason | null;
}

/** A manual invitation on its way. */
export interface InvitationSent {
  readonly key: string;
  readonly counterId: number;
  readonly visitor: string;
  readonly text: string;
  readonly outcome:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'stored'; readonly conversationId: string }
    | { readonly kind: 'refused'; readonly reason: ChatRefusalReason };
}

export interface DeskState {
  readonly connection: ConnectionState;
  /** Whether a first `welcome` has come. */
  readonly known: boolean;
  readonly me: { readonly id: string; readonly name: string } | null;
  readonly online: boolean;
  readonly counters: readonly number[];
  readonly conversations: ReadonlyMap<string, ConversationView>;
  readonly logs: ReadonlyMap<string, Log>;
  /** What visitors are typing, by conversation. */
  readonly typing: ReadonlyMap<string, string>;
  /** How far visitors have read, by conversation. */
  readonly readTo: ReadonlyMap<string, number>;
  /** By `personKey`. */
  readonly people: ReadonlyMap<string, Person>;
  /** Pages that people on the site were on before, while this console watched; by `personKey`. */
  readonly trails: ReadonlyMap<string, readonly Visited[]>;
  readonly outbox: readonly Outgoing[];
  readonly invitations: ReadonlyMap<string, InvitationSent>;
  /** The latest refusal that belongs to no message; `n` tells one from the next. */
  readonly refusal: { readonly reason: ChatRefusalReason; readonly n: number } | null;
}

export const EMPTY_DESK: DeskState = {
  connection: 'connecting',
  known: false,
  me: null,
  online: false,
  counters: [],
  conversations: new Map(),
  logs: new Map(),
  typing: new Map(),
  readTo: new Map(),
  people: new Map(),
  trails: new Map(),
  outbox: [],
  invitations: new Map(),
  refusal: null,
};

export const personKey = (counterId: number, visitor: string): string => `${counterId}:${visitor}`;
