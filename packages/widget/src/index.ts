/** What other rooms take from the widget: how a page is to carry it, and what a page's own code may use. */
import type { Contact } from '@goalpost/contract';
import type { PageEvents } from './link/state.ts';

export { chatSnippet } from './snippet.ts';
export type { PageEvents };

/** `window.goalpost.chat`. Calls that come before the chat has loaded wait for it. */
export interface GoalpostChat {
  on<Name extends keyof PageEvents>(name: Name, listener: (detail: PageEvents[Name]) => void): void;
  off<Name extends keyof PageEvents>(name: Name, listener: (detail: PageEvents[Name]) => void): void;
  open(): void;
  close(): void;
  /** Shows the text as an invitation, in the name of the chat. */
  invite(text: string): void;
  contact(contact: Contact): void;
  /** Of no use before `ready`. */
  state(): {
    readonly online: boolean;
    readonly open: boolean;
    readonly unread: number;
    readonly conversation: 'open' | 'closed' | null;
  };
}
