/** What the chat keeps: people, conversations, messages. Times are milliseconds since the epoch. */
import {
  CHAT_GOALS,
  type ChatFile,
  type ChatGoal,
  type ChatMessage,
  type ClientAttributes,
  type Contact,
} from '@goalpost/contract/chat';

export { CHAT_GOALS, type ChatGoal };

/** A visitor as the chat knows them: the holder of the secret [C4]. */
export interface ChatPerson {
  readonly id: string;
  readonly counterId: number;
  /** Analytics visitor number, decimal. */
  readonly visitor: string;
  /** From 1, in order of coming, within the counter. */
  readonly number: number;
  readonly contact: Contact;
  readonly custom: readonly CustomField[];
  /** What the page gave with `setClientAttributes`; absent is nothing. */
  readonly attributes?: ClientAttributes;
  /** What the page gave with `setUserToken`; empty if nothing. */
  readonly userToken: string;
  readonly blocked: boolean;
  readonly createdAt: number;
  /** The invitation that was shown and not answered yet [C22, C29]; absent is none. */
  readonly invitation?: StandingInvitation | null;
}

export interface CustomField {
  readonly title?: string | undefined;
  readonly key?: string | undefined;
  readonly content: string;
  readonly link?: string | undefined;
}

/** Where the visitor was when the conversation was opened, as far as it is known. */
export interface PageContext {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
  readonly agent: string;
  readonly country: string;
  readonly language: string;
  readonly phone: boolean;
  /** The page by which they came to the site, where it is another; the visit's source is told from it [V9]. */
  readonly landing?: { readonly url: string; readonly referrer: string };
  /** False: they were to be asked for consent, and had not agreed [P41]. */
  readonly consent?: false;
}

/** The invitation that a conversation answers, or that an operator opened it with. */
export interface InvitationRef {
  /** Null: shown by the page's script, or by an operator. */
  readonly ruleId: string | null;
  readonly variant: number;
  readonly text: string;
}

/** An invitation on its way to an answer. */
export interface StandingInvitation extends InvitationRef {
  /** Of this showing. */
  readonly id: string;
  readonly author: string;
  /** When it was shown, or put away since: from then on the visit's silence ends it [C81]. */
  readonly at: number;
  /** The tap on a phone has been reported already [C25]. */
  readonly tapped: boolean;
  /** One that this took the place of, however many ago, was tapped, and none answered [C82]. */
  readonly credited?: boolean;
}

export interface ConversationRecord {
  readonly id: string;
  readonly counterId: number;
  readonly personId: string;
  readonly visitor: string;
  readonly state: 'open' | 'closed';
  readonly offline: boolean;
  readonly openedBy: 'visitor' | 'invitation' | 'operator';
  readonly invitation: InvitationRef | null;
  readonly context: PageContext;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly lastSeq: number;
  readonly lastMessageAt: number;
  readonly lastText: string;
  /** When the visitor began to wait for an answer; null while the visitor does not wait. */
  readonly waitingSince: number | null;
  readonly readByOperator: number;
  readonly readByVisitor: number;
  readonly assignedTo: { readonly id: string; readonly name: string } | null;
  readonly department: string | null;
  readonly tags: readonly string[];
  readonly rating: number | null;
  readonly ratingComment: string;
  /** Decided with the first visitor message [C20]; null before, and where C25 reported it already. */
  readonly goal: ChatGoal | null;
  /** Whether the first visitor message has come. */
  readonly decided: boolean;
}

export type NewMessage = Pick<ChatMessage, 'kind' | 'author' | 'authorId' | 'text' | 'key' | 'at'> & {
  readonly file: ChatFile | null;
};

/** Something of a conversation that others are told of, stored with it until they are [C50]. */
export interface StoredHappening {
  /** In the order in which they were stored; no other ever has it. */
  readonly number: number;
  readonly conversationId: string;
  readonly event: ChatHappening;
  readonly at: number;
}

/** A goal event stored and on its way to the journal [C27]. */
export interface PendingGoal {
  /** Made of conversation (or person, C25) and event: the same event has the same id. */
  readonly id: string;
  readonly counterId: number;
  readonly visitor: string;
  readonly event: string;
  readonly context: PageContext;
  readonly at: number;
}

/** What happens in the chat, for its listeners: webhooks, mail, counters of the page. */
export type ChatHappening =
  | 'chat_accepted'
  | 'chat_updated'
  | 'chat_finished'
  | 'offline_message'
  | 'client_updated';
