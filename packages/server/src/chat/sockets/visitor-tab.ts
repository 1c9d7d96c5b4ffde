/** A visitor's tab as the handlers of its frames see it. */
import type { ChatRefusalReason, VisitorEvent } from '@goalpost/contract/chat';
import type { Outlet } from '../hub.ts';
import type { Holder } from '../people/people.ts';
import type { Entry } from '../presence/index.ts';

/** A tab that has said hello. */
export interface Tab {
  readonly holder: Holder;
  readonly entry: Entry;
  readonly phone: boolean;
  /** Where it comes from, for the bounds of its network; kept no longer than the socket [W15]. */
  readonly address: string;
}

/** The connection of a tab: answers to its frames go there. */
export interface TabConnection extends Outlet {
  readonly isOpen: boolean;
  send(event: VisitorEvent): void;
  /** @param key of the message that is refused */
  refuse(reason: ChatRefusalReason, key?: string | null): void;
}
