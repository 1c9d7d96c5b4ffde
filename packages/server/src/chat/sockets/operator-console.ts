/** An operator's console as the handlers of its frames see it, and the parts they use. */
import type { ChatRefusalReason, OperatorEvent } from '@goalpost/contract/chat';
import type { Caller } from '../../kit/endpoint.ts';
import type { CounterDirectory } from '../../collect/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { BucketLimits } from '../../kit/limits/token-bucket.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { Hub, OperatorOutlet } from '../hub.ts';
import type { Networks } from '../network-limits.ts';
import type { Audiences } from '../operators/audience.ts';
import type { Availability } from '../operators/availability.ts';
import type { OwnViews } from '../operators/own-views.ts';
import type { Roster } from '../operators/roster.ts';
import type { ChatListener, OperatorAccess } from '../outward.ts';
import type { People } from '../people/people.ts';
import type { ChatStore, FileIndex } from '../port.ts';
import type { PersonFacts, Presence } from '../presence/index.ts';
import type { SettingsBook } from '../settings/settings.ts';
import type { FrameMasks } from './masked-frame.ts';

/** What consoles' sockets work with; each handler picks from it what it needs. */
export interface OperatorDeps {
  readonly store: Pick<
    ChatStore,
    'conversation' | 'conversations' | 'messageByKey' | 'messages' | 'openConversation'
  >;
  readonly files: Pick<FileIndex, 'get'>;
  readonly people: People;
  readonly ownViews: Pick<OwnViews, 'forAccount'>;
  readonly audiences: Audiences;
  readonly networks: Pick<Networks, 'enter'>;
  readonly conversations: Conversations;
  readonly presence: Presence;
  readonly personFacts: PersonFacts;
  readonly hub: Hub;
  readonly availability: Pick<Availability, 'check'>;
  readonly roster: Pick<Roster, 'came' | 'isAway' | 'isEnding' | 'left' | 'setAway'>;
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly listener: ChatListener;
  readonly directory: Pick<CounterDirectory, 'get'>;
  readonly access: OperatorAccess;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly masks: FrameMasks;
  readonly limits: { readonly operator: BucketLimits };
}

export interface OperatorConsole extends OperatorOutlet {
  readonly isOpen: boolean;
  /** @throws without a caller: frames are taken from callers only */
  readonly caller: Caller;
  watchesPeople: boolean;
  send(event: OperatorEvent): void;
  /** @param key of the message that is refused */
  refuse(reason: ChatRefusalReason, key?: string | null): void;
  counters(): Iterable<number>;
  /** Null: they may. The frame is refused with the answer, and a caller without any permission is cut off. */
  authorise(counterId: number, what: 'read' | 'write'): Promise<ChatRefusalReason | null>;
  /**
   * Asks again who this is and what they may.
   * @returns false where they were cut off
   */
  recheck(): Promise<boolean>;
}
