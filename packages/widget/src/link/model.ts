/** The chat as its parts know it. */
import type { ChatFile, ChatMessage, Contact, VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import type { Shell } from '../shared/shell.ts';
import type { Emitter } from './emitter.ts';
import type { Book } from './keep/message-store.ts';
import type { Memory } from './keep/memory.ts';
import type { Outbox } from './keep/outbox.ts';
import type { ChatState, LinkEvents, PageEvents } from './state.ts';
import type { Line } from './wire/line.ts';

export interface Unread {
  /** Counts again. @param fresh what has just come */
  count(fresh: readonly ChatMessage[]): void;
  /** All that is there has been seen, if the page is visible. */
  look(): void;
}

export interface Chat {
  readonly shell: Shell;
  readonly memory: Memory;
  readonly state: ChatState;
  readonly book: Book;
  readonly outbox: Outbox;
  readonly unread: Unread;
  readonly inner: Emitter<LinkEvents>;
  readonly page: Emitter<PageEvents>;
  readonly numbers: Emitter<{ number: number }>;
  isReady(): boolean;
  /** The page may use the chat from now on. */
  ready(): void;
  /** Set when the connection is made. */
  line: Line | undefined;
  secret(): string | null;
  /** The visitor has asked for a conversation, here or in another tab [P40]. */
  keep(): void;
  /** Whether the visitor has agreed; undefined where the counter does not ask. */
  consent(): boolean | undefined;
  change(changes: Partial<ChatState>): void;
  add(messages: readonly ChatMessage[]): void;
  /** Stored at once in the browser, sent as soon as can be. */
  write(text: string, file: ChatFile | null, contact: Contact | null): void;
  /** The next message that waits, unless one is on its way: so they arrive in order. */
  pump(): void;
  take(event: VisitorEvent): void;
  /** The message on its way was answered, or is on its way no more. */
  settled(): void;
  say(frame: VisitorFrame): void;
  /** Frames that wait for the connection: the latest of each kind, merged with the one that it adds to. */
  readonly unsaid: Record<string, VisitorFrame>;
  /** The page's counters are to hear of it. */
  report(event: string, conversationId: string): void;
  /** Key of the message that is on its way. */
  flying: string | null;
  /** The secret that hello was said with. */
  asked: string | null;
}
