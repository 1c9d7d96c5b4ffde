/** Live chat: conversations between visitors and operators, each one a goal. */
import type { ChatRefusalReason } from '@goalpost/contract/chat';
import type { MaskCounts } from '@goalpost/contract/collection';
import { unboundedAddresses } from '../collect/index.ts';
import type { Endpoint } from '../kit/endpoint.ts';
import type { VisitorStory } from '../visitors/port.ts';
import { doesAnswer } from './operators/answering.ts';
import { createAvailability } from './operators/availability.ts';
import { eventOf } from './goals/chat-events.ts';
import { createConversations } from './conversation/conversations.ts';
import type { ChatCore } from './core.ts';
import { carryEffect, followConversation } from './conversation/effects.ts';
import { conversationEndpoints } from './endpoints/conversations.ts';
import { settingsEndpoints } from './endpoints/settings.ts';
import { storyEndpoints, type StoryEndpointDeps } from './endpoints/story.ts';
import { teamEndpoints } from './endpoints/team.ts';
import { createGoalRunner } from './goals/goal-runner.ts';
import { type Bus, createLocalBus } from '../kit/nodes/bus.ts';
import { createErased, type Erased } from './people/erased.ts';
import { createKeyedQueue } from '../kit/nodes/keyed-queue.ts';
import type { Turns } from '../kit/nodes/turn.ts';
import { createHub } from './hub.ts';
import { learn, type Learned } from './people/outside-facts.ts';
import type { ChatListener, GoalJournal, Reach } from './outward.ts';
import { createHourly } from '../kit/limits/rate-limit.ts';
import { createNetworks, NETWORK_LIMITS, type NetworkLimits, type Networks } from './network-limits.ts';
import { createPeople } from './people/people.ts';
import { createSecrets } from './people/secrets.ts';
import { createPersonFacts } from './people/person-facts.ts';
import type { ChatDocuments, OperatorBook } from './port.ts';
import { createPresence } from './presence/index.ts';
import { createAudiences } from './operators/audience.ts';
import { createOwnViews } from './operators/own-views.ts';
import { createRoster } from './operators/roster.ts';
import { createSettingsBook, whyClosed, type SettingsBook } from './settings/settings.ts';
import { FRAME_LIMITS, OPERATOR_LIMITS, socketRoutes, type SocketRoute } from './sockets/index.ts';
import { createReaches } from './goals/reaches.ts';
import { createFrameMasks } from './sockets/masked-frame.ts';
import { releaseConversations } from './operators/release.ts';
import { createTicks } from './ticks.ts';
import { ONE_NODE } from '../kit/outbox/port.ts';
import { createTimers, type Timers } from '../kit/timers.ts';

export * from './files/index.ts';
export * from './mail/index.ts';
export { tellFacts } from './facts/runner.ts';
export { createGoalJournal } from './goals/goal-runner.ts';
export { funnelEndpoints } from './funnel/endpoint.ts';
export { timelineEndpoints } from './timeline/index.ts';
export { createWorkingHours } from './operators/hours.ts';
export { createWebhooks, type Webhooks } from './webhooks/index.ts';
export { NETWORK_LIMITS, type NetworkLimits } from './network-limits.ts';
export type * from './outward.ts';
export type { Connection, Socket, SocketRequest, SocketRoute } from './sockets/index.ts';

export interface ChatDeps extends Pick<
  ChatCore,
  'store' | 'files' | 'directory' | 'place' | 'visitorOfToday' | 'access' | 'clock' | 'log' | 'desk'
> {
  readonly documents: ChatDocuments;
  readonly operators: OperatorBook;
  readonly journal: GoalJournal;
  readonly story: VisitorStory;
  /** Names of goals, for the visitor's story. */
  readonly goalName: StoryEndpointDeps['goalName'];
  /** Told of what happens, in this order. */
  readonly listeners: readonly ChatListener[];
  /** Whether e-mail is sent at all; it is not unless said. */
  readonly mailAvailable?: boolean;
  /** The server's own secret. */
  readonly secret: string;
  /** Hears what was masked in a counter's frames. */
  readonly masked?: (counterId: number, counts: MaskCounts) => void;
  readonly limits?: ChatCore['limits'];
  /** Generous ones if not given. */
  readonly networkLimits?: NetworkLimits;
  /** Addresses and ranges of proxies that are declared. */
  readonly trustProxy?: readonly string[];
  /** Of several, this one; there is but one unless said. */
  readonly node?: string;
  /** Between nodes; of this process alone if not given. */
  readonly bus?: Bus;
  /** Of people, one thing at a time on all nodes; of this process alone if not given. */
  readonly turns?: Turns;
  /** Own ones if not given. */
  readonly timers?: Timers;
}

export interface Chat {
  readonly endpoints: readonly Endpoint[];
  readonly sockets: readonly SocketRoute[];
  readonly settings: SettingsBook;
  /** Whose secret this is, with a row made for them; null: no visitor has it. For files that visitors send. */
  personOf(counterId: number, secret: string): Promise<string | null>;
  /** A file's name without numbers of cards [P8]. */
  maskFileName(counterId: number, name: string): string;
  /** Why visitors cannot write to the counter's chat; null: they can. */
  whyClosed(counterId: number): Promise<ChatRefusalReason | null>;
  /**
   * Whether an operator answers now.
   * @param department of these; one that is not there any more, and null, is the counter [C46]
   */
  isOnline(counterId: number, department?: string | null): Promise<boolean>;
  /** Whether a tab of theirs is there now. */
  isVisitorConnected(personId: string): boolean;
  /** How often a network was refused since the start, by its bound. */
  refusedNetworks(): ReturnType<Networks['refused']>;
  /** Visitors have reached goals, and the analytics store knows. */
  reached(reaches: readonly Reach[]): void;
  /** What another system knows of a conversation's visitor; nothing happens where there is no such one. */
  learn(counterId: number, conversationId: string, learned: Learned): Promise<void>;
  /** What the account may do has just changed: its consoles hear of it before this resolves. */
  accessChanged(accountId: string): Promise<void>;
  /** The same of a counter that was made, changed or deleted, to all who answer on it. */
  counterChanged(counterId: number): Promise<void>;
  /** A person was erased: consoles and those who are there show nothing of them. */
  erased(counterId: number, erased: Erased): void;
  /** Resolves when the goals of everything acknowledged so far are in the journal, but for those that failed. */
  settled(): Promise<void>;
  /** The server is about to close the sockets: an operator who is cut off from now on has not left [C47]. */
  ending(): void;
  /** Finishes what was begun. Sockets must have been closed before. */
  close(): Promise<void>;
}

/** Takes up goals that an earlier run left unjournaled [C27], and waits for the operators it had [C47]. */
export async function createChat(deps: ChatDeps): Promise<Chat> {
  const bus =
    deps.bus ?? createLocalBus((error) => deps.log.error({ error: String(error) }, 'A signal failed.'));
  const core = buildCore(deps, bus);
  const ticks = createTicks({ ...core, story: deps.story });
  const timers = deps.timers ?? createTimers(deps.log);
  timers.every(500, 'people', ticks.tellPeople);
  timers.every(1_000, 'operators', ticks.recheckOperators);
  timers.every(5_000, 'hours', ticks.checkHours);
  timers.every(2_000, 'visits', ticks.countVisits);
  timers.every(60_000, 'silence', core.conversations.closeSilent);
  timers.every(60_000, 'goals', core.goals.resume);
  await core.goals.resume();
  await core.roster.load();
  await core.availability.check(core.roster.counters());
  const reaches = createReaches(core);

  return {
    endpoints: [
      ...settingsEndpoints({
        ...core,
        documents: deps.documents,
        mailAvailable: deps.mailAvailable ?? false,
      }),
      ...conversationEndpoints(core),
      ...teamEndpoints(core),
      ...storyEndpoints({ ...core, story: deps.story, goalName: deps.goalName }),
    ],
    sockets: socketRoutes(core),
    settings: core.settings,
    maskFileName: (counterId, name) => core.masks.fileName(name, core.directory.get(counterId)),
    async personOf(counterId, secret) {
      const { holder, newSecret } = await core.people.find(counterId, '0', secret);
      if (newSecret !== null) return null;
      const { personId } = holder;
      return core.conversations.inTurn(personId, async () => {
        const known = await core.people.byId(personId);
        return (known ?? (await core.people.ensure(holder))).id;
      });
    },
    whyClosed: (counterId) => whyClosed(core, counterId),
    async isOnline(counterId, department = null) {
      const { departments } = await core.settings.get(counterId);
      const asked = departments.some(({ id }) => id === department) ? department : null;
      return doesAnswer(await core.availability.now(counterId), asked);
    },
    isVisitorConnected: (personId) => core.hub.isVisitorConnected(personId),
    refusedNetworks: () => core.networks.refused(),
    reached: reaches.take,
    learn: (counterId, conversationId, learned) => learn(core, counterId, conversationId, learned),
    async counterChanged(counterId) {
      try {
        for (const accountId of await core.access.whoAnswers(counterId))
          await ticks.recheckAccount(accountId);
      } catch (error) {
        // The change itself is made, and consoles are asked again every second.
        core.log.warn(
          { error: String(error), counterId },
          'Consoles were not told of a changed counter yet.',
        );
      }
    },
    async accessChanged(accountId) {
      await ticks.recheckAccount(accountId);
      await releaseConversations(core, accountId);
    },
    erased: createErased({ signals: bus.channel('erased'), ...core }),
    async settled() {
      await core.conversations.idle();
      await core.goals.settled();
    },
    ending: () => core.roster.end(),
    async close() {
      await timers.stop();
      await core.roster.idle();
      await reaches.idle();
      await core.conversations.idle();
      await core.goals.close();
    },
  };
}

const ATTRIBUTES_AN_HOUR = 10;
const TAPS_AN_HOUR = 10;

function buildCore(deps: ChatDeps, bus: Bus): ChatCore {
  const { store, clock, desk, log } = deps;
  const hub = createHub(bus.channel('chat'));
  const people = createPeople({ store, clock, secrets: createSecrets(deps.secret) });
  const goals = createGoalRunner({ store, journal: deps.journal, clock, log, node: deps.node ?? ONE_NODE });
  const settings = createSettingsBook(deps.documents, clock, log);
  const roster = createRoster({ book: deps.operators, hub, access: deps.access, clock, log });
  const availability = createAvailability({ hub, roster, settings, clock });
  const presence = createPresence(clock);
  const listener: ChatListener = {
    happened: (event, id, stored) => {
      for (const one of deps.listeners) one.happened(event, id, stored);
    },
  };
  const ownViews = createOwnViews({ store, settings });
  const audiences = createAudiences({ store, settings, access: deps.access });
  const conversations = createConversations({
    store,
    ownViews,
    audiences,
    people,
    hub,
    goals,
    listener,
    clock,
    turns: deps.turns ?? createKeyedQueue(),
    onEffect: (effect, conversation) => carryEffect({ people, desk, clock }, effect, conversation),
    eventOf: (conversation, event) => eventOf({ hub, presence, clock }, conversation, event),
    onStep: (conversation) => followConversation(presence, conversation),
  });
  return {
    store,
    files: deps.files,
    people,
    mayGiveAttributes: createHourly(ATTRIBUTES_AN_HOUR, clock),
    mayTap: createHourly(TAPS_AN_HOUR, clock),
    networks: createNetworks({
      limits: deps.networkLimits ?? NETWORK_LIMITS,
      clock,
      isUnbounded: unboundedAddresses(deps.trustProxy ?? []),
    }),
    conversations,
    ownViews,
    audiences,
    presence,
    personFacts: createPersonFacts(deps.directory),
    hub,
    availability,
    roster,
    settings,
    goals,
    desk,
    listener,
    directory: deps.directory,
    place: deps.place,
    visitorOfToday: deps.visitorOfToday,
    access: deps.access,
    clock,
    log,
    masks: createFrameMasks((counterId, counts) => deps.masked?.(counterId, counts)),
    limits: deps.limits ?? { visitor: FRAME_LIMITS, operator: OPERATOR_LIMITS },
  };
}
