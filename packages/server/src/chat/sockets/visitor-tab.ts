/** A visitor's tab as the handlers of its frames see it, and the parts they use. */
import type { ChatRefusalReason, VisitorEvent } from '@goalpost/contract/chat';
import type { CounterDirectory, Place } from '../../collect/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { BucketLimits } from '../../kit/limits/token-bucket.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { GoalRunner } from '../goals/goal-runner.ts';
import type { Hub, Outlet } from '../hub.ts';
import type { Networks } from '../network-limits.ts';
import type { Audiences } from '../operators/audience.ts';
import type { Availability } from '../operators/availability.ts';
import type { ChatListener, InvitationDesk } from '../outward.ts';
import type { Holder, People } from '../people/people.ts';
import type { ChatStore, FileIndex } from '../port.ts';
import type { Entry, Presence } from '../presence/index.ts';
import type { FrameMasks } from './masked-frame.ts';
import type { SettingsBook } from '../settings/settings.ts';

/** What visitors' sockets work with; each handler picks from it what it needs. */
export interface VisitorDeps {
  readonly store: Pick<
    ChatStore,
    'conversation' | 'conversations' | 'messageByKey' | 'messages' | 'openConversation'
  >;
  readonly files: Pick<FileIndex, 'get'>;
  readonly people: People;
  /** Whether the person may say attributes once more; counts it. */
  mayGiveAttributes(personId: string): boolean;
  /** The same of taps on invitations that make a goal [C25]. */
  mayTap(personId: string): boolean;
  readonly networks: Pick<Networks, 'enter' | 'may'>;
  readonly conversations: Conversations;
  readonly audiences: Pick<Audiences, 'of' | 'ofId'>;
  readonly presence: Presence;
  readonly hub: Hub;
  readonly availability: Pick<Availability, 'check' | 'now'>;
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly goals: Pick<GoalRunner, 'add'>;
  readonly desk: InvitationDesk;
  readonly listener: ChatListener;
  readonly directory: Pick<CounterDirectory, 'get'>;
  readonly place: Place;
  /** Of a visitor who has no number, that of their hits of today [W13]. */
  visitorOfToday(counterId: number, from: { readonly address: string; readonly agent: string }): string;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly masks: FrameMasks;
  readonly limits: { readonly visitor: BucketLimits };
}

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
