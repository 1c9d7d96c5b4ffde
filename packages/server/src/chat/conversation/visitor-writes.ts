/** A visitor's message: it opens a conversation or joins the open one, and the first one decides the goal. */
import {
  CHAT_GOALS,
  type ChatGoal,
  type ConversationRecord,
  type PendingGoal,
  type StandingInvitation,
} from '../records.ts';
import { append, invitationMessage, message, newConversation } from './change.ts';
import { CHAT_EVENTS, type Command, type Effect, type Given, type Step } from './command.ts';
import { goalOf } from './goal-of.ts';

type Writing = Extract<Command, { type: 'visitor_writes' }>;

export function visitorWrites(state: ConversationRecord | null, command: Writing, given: Given): Step {
  const { invitation, content } = command;
  const { now } = given;
  const open = state?.state === 'open' ? state : null;
  const begun = open ?? opened(command, given);
  const messages = [...invitationMessage(invitation, now), message('visitor', null, content, now)];

  const decision = begun.decided ? UNCHANGED : decide(open, command);
  const goal = decision.changes.goal ?? null;
  const conversation: ConversationRecord = {
    ...begun,
    ...decision.changes,
    waitingSince: begun.waitingSince ?? now,
    readByVisitor: begun.lastSeq + messages.length,
  };
  return {
    write: {
      ...append(conversation, messages, open === null),
      goal: goal === null ? null : pendingGoal(begun.id, goal, command, now),
    },
    effects: [...(invitation === null ? [] : [answered(invitation, goal)]), ...decision.effects],
    refusal: null,
  };
}

/** The id is made of conversation and event [C26]. */
function pendingGoal(id: string, event: ChatGoal, { visitor }: Writing, at: number): PendingGoal {
  const { counterId, context } = visitor;
  return { id: `${id}:${event}`, counterId, visitor: visitor.visitor, event, context, at };
}

function opened({ visitor, invitation, department }: Writing, { newId, now }: Given): ConversationRecord {
  const openedBy = invitation === null ? 'visitor' : 'invitation';
  const conversation = { ...newConversation(visitor, openedBy, newId(), now), department };
  if (invitation === null) return conversation;
  const { ruleId, variant, text } = invitation;
  return { ...conversation, invitation: { ruleId, variant, text } };
}

interface Decision {
  readonly changes: Partial<ConversationRecord>;
  readonly effects: readonly Effect[];
}

const UNCHANGED: Decision = { changes: {}, effects: [] };

function decide(open: ConversationRecord | null, { invitation, online, inForm = false }: Writing): Decision {
  const goal = goalOf({ openedBy: open?.openedBy ?? null, invitation, online, inForm });
  const changes = { goal, decided: true, offline: !online };
  if (!online) return { changes, effects: [{ type: 'happening', event: 'offline_message' }] };
  const requested: Effect = { type: 'event', event: CHAT_EVENTS.requested };
  return { changes, effects: open === null ? [requested] : [] };
}

/** A tap was credited when it came [C25]. */
function answered(invitation: StandingInvitation, goal: ChatGoal | null): Effect {
  return { type: 'invitation_answered', invitation, accepted: goal === CHAT_GOALS.invitation };
}
