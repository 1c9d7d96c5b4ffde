/** What can happen to a conversation, and what a step of it gives. */
import { CHAT_EVENTS, type ChatEvent, type ChatFile, type ChatRefusalReason } from '@goalpost/contract/chat';
import type { ConversationWrite } from '../port.ts';
import type { PageContext, StandingInvitation, ChatHappening } from '../records.ts';

export { CHAT_EVENTS, type ChatEvent };

export interface Operator {
  readonly id: string;
  readonly name: string;
}

/** The operators on the other side, as they are at this moment. */
export interface VisitorNow {
  readonly personId: string;
  readonly counterId: number;
  readonly visitor: string;
  readonly context: PageContext;
}

/** What a visitor or an operator sends. */
export interface Content {
  readonly key: string;
  readonly text: string;
  readonly file: ChatFile | null;
}

/** An invitation that the visitor can answer, as the conversation is to show it. */
export interface Answerable extends StandingInvitation {
  /** Its words are a message of the open conversation already [C83]. */
  readonly isInLog?: boolean;
}

export type Command =
  | {
      readonly type: 'visitor_writes';
      readonly visitor: VisitorNow;
      readonly content: Content;
      readonly invitation: Answerable | null;
      /** Left in the offline form, not written in the composer [C24]. */
      readonly inForm?: boolean;
      /** The department that the visitor asked for, where the message opens a conversation; null: none. */
      readonly department: string | null;
      /** Whether an operator of it is there, or of the counter where none was asked for [C41, C46]. */
      readonly online: boolean;
    }
  | {
      readonly type: 'operator_writes';
      readonly by: Operator;
      readonly content: Content;
      readonly invitation?: Answerable | null;
    }
  | { readonly type: 'note'; readonly by: Operator; readonly content: Content }
  | {
      readonly type: 'invite';
      readonly by: Operator;
      readonly visitor: VisitorNow;
      readonly content: Content;
      readonly invitation?: Answerable | null;
    }
  | {
      readonly type: 'assign';
      readonly by: Operator;
      readonly to: Operator | null;
      readonly department: { readonly id: string; readonly name: string } | null;
      /** Accounts that are called to it [C91]; absent: no operator. */
      readonly calls?: readonly string[];
    }
  | { readonly type: 'tags'; readonly tags: readonly string[] }
  | { readonly type: 'visitor_read'; readonly seq: number }
  | { readonly type: 'operator_read'; readonly by: Operator; readonly seq: number }
  | { readonly type: 'rate'; readonly rating: number; readonly comment: string }
  | { readonly type: 'close' }
  | {
      readonly type: 'reopen';
      readonly by: Operator;
      /** When the visitor began to wait, if no operator has answered them; null: they do not wait. */
      readonly waitingSince: number | null;
      /** The visitor has another conversation that is open [C5]. */
      readonly hasOther: boolean;
    }
  | { readonly type: 'time_passes' };

export type Effect =
  /** An operator took it up for the first time. */
  | { readonly type: 'accepted'; readonly by: Operator }
  | { readonly type: 'closed' }
  /** The standing invitation has its answer [C29]. */
  | {
      readonly type: 'invitation_answered';
      readonly invitation: StandingInvitation;
      readonly accepted: boolean;
    }
  /** A chat event beside the four goals, for counters of the page. */
  | { readonly type: 'event'; readonly event: ChatEvent }
  | { readonly type: 'happening'; readonly event: ChatHappening };

export interface Step {
  /** Null: nothing is to be stored. */
  readonly write: ConversationWrite | null;
  readonly effects: readonly Effect[];
  readonly refusal: ChatRefusalReason | null;
}

/** What the machine may not make itself. */
export interface Given {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** A new id at each call, which cannot be guessed. */
  readonly newId: () => string;
}
