/** Carries commands out: one at a time for each person, stored first, told to everyone afterwards [C3]. */
import { randomUUID } from 'node:crypto';
import type { ChatMessage, ChatRefusalReason } from '@goalpost/contract';
import type { Clock } from '../kit/clock.ts';
import { type ChatEvent, type Command, type Effect, SILENCE_MS, step } from './conversation/index.ts';
import type { GoalRunner } from './goal-runner.ts';
import type { Hub, Outlet } from './hub.ts';
import { createLanes } from './lanes.ts';
import type { ChatListener } from './outward.ts';
import type { People } from './people/people.ts';
import type { ChatStore } from './port.ts';
import type { ConversationRecord, PendingGoal } from './records.ts';
import { conversationView } from './view.ts';

export type Outcome =
  | {
      readonly ok: true;
      /** The sender's message; null where the command writes none. */
      readonly message: ChatMessage | null;
      /** Which of the four goals it made [C20]. */
      readonly event: string | null;
      readonly conversation: ConversationRecord;
    }
  | { readonly ok: false; readonly reason: ChatRefusalReason };

export interface Conversations {
  /** Runs something in the person's turn, so that nothing is told to them meanwhile. */
  inTurn<T>(personId: string, task: () => Promise<T>): Promise<T>;
  /**
   * To be called in the person's turn.
   * @param state what the command is for; null: there is none yet
   * @param from gets no `message` of what it sent itself: the caller answers it
   */
  carryOut(state: ConversationRecord | null, command: Command, from?: Outlet): Promise<Outcome>;
  /** The message that this key has already, as its sender is to be answered; null: there is none [C2]. */
  repeated(personId: string, key: string): Promise<Outcome | null>;
  /** Tells operators how a conversation stands now. */
  tellOperators(conversation: ConversationRecord): Promise<void>;
  /** Closes what nobody has written in for a day [C6]. */
  closeSilent(): Promise<void>;
  /** Resolves when everything begun has ended. */
  idle(): Promise<void>;
}

export interface ConversationsDeps {
  readonly store: ChatStore;
  readonly people: People;
  readonly hub: Hub;
  readonly goals: GoalRunner;
  readonly listener: ChatListener;
  readonly clock: Clock;
  /** The event as it is to be journaled; null: not now. */
  eventOf(conversation: ConversationRecord, event: ChatEvent): PendingGoal | null;
  /** What a step means for others than those who talk. */
  onEffect(effect: Effect, conversation: ConversationRecord): Promise<void>;
  /** Called after each step, e.g. for the row in Users. */
  onStep(conversation: ConversationRecord): void;
}

/** Conversations closed in one go; the rest follows at the next. */
const SWEEP = 200;

export function createConversations(deps: ConversationsDeps): Conversations {
  const { store, people, hub, goals, listener, clock } = deps;
  const lanes = createLanes();
  const given = () => ({ now: clock.now(), newId: randomUUID });

  async function carryOut(
    state: ConversationRecord | null,
    command: Command,
    from?: Outlet,
  ): Promise<Outcome> {
    const { write, effects, refusal } = step(state, command, given());
    if (refusal !== null) return { ok: false, reason: refusal };
    if (write === null)
      return state === null
        ? { ok: false, reason: 'not_found' }
        : { ok: true, message: null, event: null, conversation: state };
    const happened = effects.flatMap((effect) =>
      effect.type === 'event' ? (deps.eventOf(write.conversation, effect.event) ?? []) : [],
    );
    const { conversation, messages, events } = await store.write({ ...write, events: happened });
    const sent =
      'content' in command ? (messages.find(({ key }) => key === command.content.key) ?? null) : null;
    const tellMessages = () => {
      for (const message of messages) tell(conversation, message, message === sent ? from : undefined);
    };
    const accepted = effects.find((effect) => effect.type === 'accepted');
    // Who takes a conversation up comes before what they say; a page that does not know it yet hears of it first.
    if (write.opened || accepted === undefined) tellMessages();
    if (accepted !== undefined)
      hub.toVisitor(conversation.personId, { type: 'accepted', operator: accepted.by.name });
    for (const event of events) hub.toVisitor(conversation.personId, { type: 'event', event: event.event });
    if (!write.opened && accepted !== undefined) tellMessages();
    for (const goal of [write.goal, ...events]) if (goal !== null) goals.journal(goal);
    await tellOperators(conversation);
    for (const effect of effects) await run(effect, conversation);
    deps.onStep(conversation);
    return { ok: true, message: sent, event: write.goal?.event ?? null, conversation };
  }

  function tell(conversation: ConversationRecord, message: ChatMessage, except: Outlet | undefined): void {
    if (message.kind !== 'note') hub.toVisitor(conversation.personId, { type: 'message', message }, except);
    hub.toOperators(conversation.counterId, { type: 'message', message }, except);
  }

  async function tellOperators(conversation: ConversationRecord): Promise<void> {
    const person = await people.byId(conversation.personId);
    hub.toOperators(conversation.counterId, {
      type: 'conversation',
      conversation: conversationView(conversation, person),
    });
  }

  async function run(effect: Effect, conversation: ConversationRecord): Promise<void> {
    const { personId } = conversation;
    if (effect.type === 'closed') hub.toVisitor(personId, { type: 'closed' });
    if (effect.type === 'happening') listener.happened(effect.event, conversation.id);
    await deps.onEffect(effect, conversation);
  }

  return {
    inTurn: (personId, task) => lanes.run(personId, task),
    carryOut,
    async repeated(personId, key) {
      const message = await store.messageByKey(personId, key);
      if (message === null) return null;
      const conversation = await store.conversation(message.conversationId);
      if (conversation === null) return null;
      const first = (await store.messages(conversation.id, 0, FIRST_MESSAGES)).find(
        ({ kind }) => kind === 'visitor',
      );
      const decided = first?.key === key && message.kind === 'visitor';
      return { ok: true, message, event: decided ? conversation.goal : null, conversation };
    },
    tellOperators,
    async closeSilent() {
      const silent = await store.silentSince(clock.now() - SILENCE_MS, SWEEP);
      for (const { id, personId } of silent) {
        await lanes.run(personId, async () => {
          const state = await store.conversation(id);
          await carryOut(state, { type: 'time_passes' });
        });
      }
    },
    idle: () => lanes.idle(),
  };
}

/** Where the visitor's first message is looked for: an operator may have written a few before it. */
const FIRST_MESSAGES = 50;
