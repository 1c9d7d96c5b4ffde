/** Where the chat keeps what it has mailed, and what is still to be. */
import type { Claims } from '../../kit/outbox/port.ts';

/** `team`: visitors' messages to the team. `answer`: operators' messages to a visitor who has left. */
export type MailKind = 'team' | 'answer';

/** A letter about a conversation: stored first, then sent. Its text is made when it is sent. */
export interface MailRecord {
  /** Made of conversation, kind and the first number that it may hold. */
  readonly id: string;
  readonly counterId: number;
  readonly conversationId: string;
  readonly personId: string;
  readonly kind: MailKind;
  /** It holds messages after this number … */
  readonly afterSeq: number;
  /** … up to this one; null: not handed over yet. */
  readonly uptoSeq: number | null;
  /** Empty before it was handed over. */
  readonly recipient: string;
  /** `handed`: being taken by the server at this moment. `dropped`: it is not needed any more. */
  readonly status: 'waiting' | 'handed' | 'sent' | 'refused' | 'unsure' | 'dropped';
  readonly attempts: number;
  readonly nextAt: number;
  readonly lastAnswer: string;
  readonly createdAt: number;
  readonly handedAt: number | null;
}

/** A conversation with messages that no letter holds, and none waits to. */
export interface Unmailed {
  readonly conversationId: string;
  readonly counterId: number;
  readonly personId: string;
  /** Number up to which letters have been written; 0: none was. */
  readonly mailedSeq: number;
  /** When the last one was handed over; null: none was. */
  readonly mailedAt: number | null;
  /** Of the oldest and the newest message that no letter holds. */
  readonly firstAt: number;
  readonly lastSeq: number;
  readonly offline: boolean;
  /** Whose it is; null: no certain one. */
  readonly department: string | null;
  readonly readByOperator: number;
}

/** Where letters are kept. Contract suite: `stores/records/chat/mail.contract.ts`. */
export interface MailStore extends Claims<MailRecord> {
  /** @returns false where there is one of this id */
  add(mail: MailRecord): Promise<boolean>;
  /** No node holds it after that, unless it is being handed over. */
  update(mail: MailRecord): Promise<void>;
  /** Those that an earlier run of the node, or one that is gone, was handing over when it ended. */
  handed(now: number, node: string): Promise<MailRecord[]>;
  /**
   * Conversations in which operators wrote since a moment what the visitor, who has written before, has not
   * read. In the order of their ids.
   * @param after id to begin after
   */
  unreadAnswers(since: number, after: string, limit: number): Promise<Unmailed[]>;
  /** Open conversations in which a visitor waits for an answer to what they wrote since a moment. */
  waitingVisitors(since: number, after: string, limit: number): Promise<Unmailed[]>;
  /** How many were handed over since a moment. */
  count(where: {
    readonly kind: MailKind;
    readonly counterId: number;
    readonly since: number;
    readonly personId?: string;
    readonly recipient?: string;
  }): Promise<number>;
  /** Forgets those made before a moment that wait for nothing. @returns how many */
  prune(before: number): Promise<number>;
}
