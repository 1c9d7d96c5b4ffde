/** Carries commands out: one at a time for each person, stored first, told to everyone afterwards [C3]. */
import { randomUUID } from 'node:crypto';
import type { ChatMessage, ChatRefusalReason, OperatorEvent } from '@goalpost/contract/chat';
import type { Clock } from '../../kit/clock.ts';
import { type ChatEvent, type Command, type Effect, type Operator, SILENCE_MS, step } from './index.ts';
import type { GoalRunner } from '../goals/goal-runner.ts';
import type { Hub, Outlet, ToOperators } from '../hub.ts';
import type { Turns } from '../../kit/nodes/turn.ts';
import type { ChatListener } from '../outward.ts';
import type { Audience, Audiences } from '../operators/audience.ts';
import type { OwnView, OwnViews } from '../operators/own-views.ts';
import type { People } from '../people/people.ts';
import type { ChatStore, ConversationWritten } from '../port.ts';
import type { ConversationRecord, PendingGoal } from '../records.ts';
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
  /** Runs something in the person's turn, so that nothing else is told to them until it ends. */
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
  /** Closes what has been silent for a day [C6]. */
  closeSilent(): Promise<void>;
  /** Resolves when everything begun has ended. */
  idle(): Promise<void>;
}

export interface ConversationsDeps {
  readonly store: ChatStore;
  readonly people: People;
  readonly ownViews: OwnViews;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly hub: Hub;
  readonly goals: GoalRunner;
  readonly listener: ChatListener;
  readonly clock: Clock;
  /** Of people, on whichever node. */
  readonly turns: Turns;
  /** The event as it is to be journaled; null: not now. */
  eventOf(conversation: ConversationRecord, event: ChatEvent): PendingGoal | null;
  /** What a step means for others than those who talk. */
  onEffect(effect: Effect, conversation: ConversationRecord): Promise<void>;
  /** Called after each step, e.g. for the row in Users. */
  onStep(conversation: ConversationRecord): void;
}

interface Telling {
  readonly sent: ChatMessage | null;
  readonly from: Outlet | undefined;
  readonly opened: boolean;
  readonly effects: readonly Effect[];
  readonly among: Audience;
}

/** Conversations closed in one go; the rest follows at the next. */
const SWEEP = 200;

export function createConversations(deps: ConversationsDeps): Conversations {
  const { store, people, ownViews, audiences, hub, goals, listener, clock, turns } = deps;
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
    const written = await store.write({ ...write, ...noted(write.conversation, effects) });
    const { conversation, messages, events } = written;
    const sent =
      'content' in command ? (messages.find(({ key }) => key === command.content.key) ?? null) : null;
    const among = await audiences.of(conversation);
    tellAll(written, { sent, from, opened: write.opened, effects, among });
    if (command.type === 'assign' && among !== null)
      hub.toOperators(
        conversation.counterId,
        { type: 'gone', conversationId: conversation.id },
        { beside: among },
      );
    for (const goal of [write.goal ?? [], events].flat()) goals.journal(goal);
    await tellOperators(conversation);
    tellCalled(conversation, command);
    for (const effect of effects) await run(effect, conversation);
    for (const one of written.happenings) listener.happened(one.event, conversation.id, one);
    deps.onStep(conversation);
    return { ok: true, message: sent, event: write.goal?.event ?? null, conversation };
  }

  /**
   * Tells who accepted the conversation before what they wrote. A page that knows of no conversation yet is told
   * of it first, by the message.
   */
  function tellAll(written: ConversationWritten, telling: Telling): void {
    const { sent, from, opened, effects, among } = telling;
    const { conversation, messages } = written;
    const accepted = effects.find((effect) => effect.type === 'accepted')?.by ?? null;
    const isKnown = accepted !== null && !opened;
    if (isKnown) tellEvents(written, accepted);
    for (const message of messages)
      tell(conversation, message, { except: message === sent ? from : undefined, among });
    if (!isKnown) tellEvents(written, accepted);
  }

  /** What else is stored with the step. */
  function noted(conversation: ConversationRecord, effects: readonly Effect[]) {
    const at = clock.now();
    return {
      events: effects.flatMap((effect) =>
        effect.type === 'event' ? (deps.eventOf(conversation, effect.event) ?? []) : [],
      ),
      happenings: effects.flatMap((effect) =>
        effect.type === 'happening' ? [{ event: effect.event, at }] : [],
      ),
    };
  }

  function tellEvents({ conversation, events }: ConversationWritten, accepted: Operator | null): void {
    if (accepted !== null) hub.toVisitor(conversation, { type: 'accepted', operator: accepted.name });
    for (const { event } of events) hub.toVisitor(conversation, { type: 'event', event });
  }

  function tell(conversation: ConversationRecord, message: ChatMessage, to: ToOperators): void {
    if (message.kind !== 'note') hub.toVisitor(conversation, { type: 'message', message }, to.except);
    hub.toOperators(conversation.counterId, { type: 'message', message }, to);
  }

  /** Those for whom it now is [C91]. */
  function tellCalled({ id }: ConversationRecord, command: Command): void {
    if (command.type !== 'assign') return;
    for (const accountId of command.calls ?? [])
      hub.toAccount(accountId, { type: 'called', conversationId: id, by: command.by.name });
  }

  async function tellOperators(conversation: ConversationRecord): Promise<void> {
    const person = await people.byId(conversation.personId);
    const { named, others } = await ownViews.of(conversation);
    const eventOf = (own: OwnView): OperatorEvent => ({
      type: 'conversation',
      conversation: conversationView(conversation, person, own),
    });
    hub.toEachOperator(conversation.counterId, {
      among: await audiences.of(conversation),
      named: [...named].map(([accountId, own]) => [accountId, eventOf(own)]),
      others: eventOf(others),
    });
  }

  async function run(effect: Effect, conversation: ConversationRecord): Promise<void> {
    if (effect.type === 'closed') hub.toVisitor(conversation, { type: 'closed' });
    await deps.onEffect(effect, conversation);
  }

  return {
    inTurn: (personId, task) => turns.run(personId, task),
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
        await turns.run(personId, async () => {
          const state = await store.conversation(id);
          await carryOut(state, { type: 'time_passes' });
        });
      }
    },
    idle: () => turns.idle(),
  };
}

/** Where the visitor's first message is looked for: an operator may have written a few before it. */
const FIRST_MESSAGES = 50;
