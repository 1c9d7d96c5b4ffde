/** What the window shows, and what it is told of. */
import type { ChatMessage, ChatRefusalReason, Contact, WidgetSettings } from '@goalpost/contract/chat';
import type { Outgoing } from './keep/outbox.ts';

/** An invitation that was put on the screen and not answered yet [C29]. */
export interface Standing {
  /** Null: the page's script showed it. */
  readonly ruleId: string | null;
  readonly text: string;
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly tapped: boolean;
  /** The visitor has put it away: off the screen, and to be answered all the same. */
  readonly closed: boolean;
  /** The conversation's log has it: an operator has written after it [C83]. */
  readonly logged: boolean;
  /** To be answered in the form, also while an operator is online. */
  readonly form: boolean;
}

/** Changed by the link alone; the window reads it. */
export interface ChatState {
  settings: WidgetSettings;
  /** Whether frames can be sent now. */
  connected: boolean;
  /** Whether what was written last should have been stored by now. */
  late: boolean;
  /** Whether the counter answers now [C41, C46]. */
  online: boolean;
  /** Ids of the departments that answer now; undefined until the server has said. */
  departments: readonly string[] | undefined;
  /** The one that the visitor, or the page, has chosen for the next conversation. */
  department: string | null;
  conversation: {
    readonly id: string;
    readonly state: 'open' | 'closed';
    readonly operator: string | null;
  } | null;
  invitation: Standing | null;
  contact: Contact;
  /** Messages that the operator has read, by number. */
  readByOperator: number;
  /** Messages that the visitor has not seen. */
  unread: number;
  /** Whether the window is. */
  open: boolean;
  phone: boolean;
}

/** Whether an operator is there for what the visitor writes now [C46]. */
export const answers = ({ department, departments, online }: ChatState): boolean =>
  department === null ? online : (departments?.includes(department) ?? online);

/** What the visitor sees they can answer [C81]. */
export const isOnScreen = ({ invitation }: ChatState): boolean => invitation !== null && !invitation.closed;

/** On the screen by itself, and not in the log. */
export const isStanding = (state: ChatState): boolean => isOnScreen(state) && !state.invitation?.logged;

/** Between the link and the window. */
export interface LinkEvents {
  /** Anything of the state but messages. */
  state: null;
  messages: readonly ChatMessage[];
  outbox: null;
  /** The message will never be stored. */
  refused: { readonly message: Outgoing; readonly reason: ChatRefusalReason };
  typing: string;
  /** A new message or invitation to be noticed. */
  notice: null;
  contact: null;
  closed: null;
}

/** What the page may listen to: `goalpost.chat.on(name, listener)`. */
export interface PageEvents {
  readonly ready: null;
  readonly open: null;
  readonly close: null;
  readonly message: { readonly from: 'visitor' | 'operator'; readonly text: string };
  readonly 'chat-started': null;
  readonly 'invitation-shown': { readonly ruleId: string | null; readonly text: string };
  readonly 'invitation-accepted': null;
  readonly 'manual-invitation-answered': null;
  readonly 'offline-message': null;
  readonly 'chat-requested': null;
  readonly 'chat-established': null;
  readonly 'chat-closed': null;
  readonly contacts: Contact;
  /** Once with the stars, and again where the visitor says why. */
  readonly rating: { readonly rating: number; readonly comment: string };
  readonly unread: { readonly count: number };
  readonly online: { readonly online: boolean };
  readonly destroy: null;
}
