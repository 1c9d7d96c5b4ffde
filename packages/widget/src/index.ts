/** What other packages take from the widget: its snippet, and what a page's own code may use. */
import type { Contact } from '@goalpost/contract/chat';
import type { PageEvents } from './link/state.ts';

export { chatSnippet } from './snippet.ts';
export type { PageEvents };

/** `window.goalpost.chat`. Calls that come before the chat has loaded wait for it. */
export interface GoalpostChat {
  on<Name extends keyof PageEvents>(name: Name, listener: (detail: PageEvents[Name]) => void): void;
  off<Name extends keyof PageEvents>(name: Name, listener: (detail: PageEvents[Name]) => void): void;
  open(): void;
  close(): void;
  /** Shows the text as an invitation, in the name of the chat; the answer goes to the department, if one is named. */
  invite(text: string, departmentId?: string): void;
  contact(contact: Contact): void;
  /**
   * Whether the visitor agrees to be counted and remembered. False ends the chat and takes away what it keeps; true
   * brings it back. Our tag says it by itself.
   */
  consent(agrees: boolean): void;
  /** Values by the owner's ids; joins what is known already. At most 10 calls an hour of each visitor. */
  attributes(attributes: Readonly<Record<string, string | number>>): {
    readonly result: 'ok' | 'fail';
    readonly reason?: string;
  };
  /** Of no use before `ready`. */
  state(): {
    readonly online: boolean;
    readonly open: boolean;
    readonly unread: number;
    readonly conversation: 'open' | 'closed' | null;
  };
}
