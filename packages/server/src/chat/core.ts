/** The parts of the chat that connections work with, put together in `index.ts`. */
import type { CounterDirectory, Place } from '../collect/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { FaultLog } from '../kit/log.ts';
import type { Availability } from './operators/availability.ts';
import type { Conversations } from './conversation/conversations.ts';
import type { GoalRunner } from './goals/goal-runner.ts';
import type { Hub } from './hub.ts';
import type { Networks } from './network-limits.ts';
import type { ChatListener, InvitationDesk, OperatorAccess } from './outward.ts';
import type { People } from './people/people.ts';
import type { ChatStore, FileIndex } from './port.ts';
import type { PersonFacts, Presence } from './presence/index.ts';
import type { Audiences } from './operators/audience.ts';
import type { OwnViews } from './operators/own-views.ts';
import type { Roster } from './operators/roster.ts';
import type { FrameMasks } from './sockets/masked-frame.ts';
import type { SettingsBook } from './settings/settings.ts';
import type { BucketLimits } from '../kit/limits/token-bucket.ts';

export interface ChatCore {
  readonly store: ChatStore;
  readonly files: Pick<FileIndex, 'get' | 'hold'>;
  readonly people: People;
  /** Whether the person may say attributes once more; counts it. */
  mayGiveAttributes(personId: string): boolean;
  /** The same of taps on invitations that make a goal [C25]. */
  mayTap(personId: string): boolean;
  /** What strangers of one network may do together. */
  readonly networks: Networks;
  readonly conversations: Conversations;
  readonly ownViews: OwnViews;
  readonly audiences: Audiences;
  readonly presence: Presence;
  readonly personFacts: PersonFacts;
  readonly hub: Hub;
  readonly availability: Availability;
  readonly roster: Roster;
  readonly settings: SettingsBook;
  readonly goals: GoalRunner;
  readonly desk: InvitationDesk;
  readonly listener: ChatListener;
  readonly directory: CounterDirectory;
  readonly place: Place;
  /** Of a visitor who has no number, that of their hits of today [W13]. */
  visitorOfToday(counterId: number, from: { readonly address: string; readonly agent: string }): string;
  readonly access: OperatorAccess;
  readonly clock: Clock;
  readonly log: FaultLog;
  /** Takes out of frames what is not to be kept. */
  readonly masks: FrameMasks;
  readonly limits: { readonly visitor: BucketLimits; readonly operator: BucketLimits };
}
