/** A visitor's message: it opens a conversation or joins the open one, and the first one decides the goal. */
import {
  CHAT_GOALS,
  type ChatGoal,
  type ConversationRecord,
  type NewMessage,
  type StandingInvitation,
} from '../records.ts';
import { append, message } from './append.ts';
import { CHAT_EVENTS, type Command, type Effect, type Given, type Step } from './command.ts';
import { goalOf } from './goal-of.ts';
import { newConversation } from './new-conversation.ts';

type Writing = Extract<Command, { type: 'visitor_writes' }>;

export function visitorWrites(state: ConversationRecord | null, command: Writing, given: Given): Step {
  const { invitation, content } = command;
  const { now } = given;
  const open = state?.state === 'open' ? state : null;
  const begun = open ?? opened(command, given);
  const messages: NewMessage[] = [];
  // Only a conversation that the visitor opens shows what it answers.
  if (open === null && invitation !== null) messages.push(invitationMessage(invitation, now));
  messages.push(message('visitor', null, content, now));

  const decision = begun.decided ? null : decide(begun, open, command);
  const goal = decision?.conversation.goal ?? null;
  const conversation: ConversationRecord = {
    ...(decision?.conversation ?? begun),
    waitingSince: begun.waitingSince ?? now,
    readByVisitor: begun.lastSeq + messages.length,
  };
  const write = append(conversation, messages, open === null);
  return {
    write: {
      ...write,
      goal:
        goal === null
          ? null
          : {
              id: `${begun.id}:${goal}`,
              counterId: begun.counterId,
              visitor: command.visitor.visitor,
              event: goal,
              context: command.visitor.context,
              at: now,
            },
    },
    effects: [...(invitation === null ? [] : [answered(invitation, goal)]), ...(decision?.effects ?? [])],
    refusal: null,
  };
}

function opened({ visitor, invitation }: Writing, { newId, now }: Given): ConversationRecord {
  const conversation = newConversation(visitor, invitation === null ? 'visitor' : 'invitation', newId(), now);
  if (invitation === null) return conversation;
  const { ruleId, variant, text } = invitation;
  return { ...conversation, invitation: { ruleId, variant, text } };
}

function decide(
  begun: ConversationRecord,
  open: ConversationRecord | null,
  { invitation, online }: Writing,
): { conversation: ConversationRecord; effects: Effect[] } {
  const goal = goalOf({ openedBy: open?.openedBy ?? null, invitation, online });
  const effects: Effect[] = [];
  if (!online) effects.push({ type: 'happening', event: 'offline_message' });
  else if (open === null) effects.push({ type: 'event', event: CHAT_EVENTS.requested });
  return { conversation: { ...begun, goal, decided: true, offline: !online }, effects };
}

/** A tap was credited when it came [C25]. */
function answered(invitation: StandingInvitation, goal: ChatGoal | null): Effect {
  return { type: 'invitation_answered', invitation, accepted: goal === CHAT_GOALS.invitation };
}

function invitationMessage({ id, author, text }: StandingInvitation, now: number): NewMessage {
  return { kind: 'invitation', author, authorId: null, text, key: id, at: now, file: null };
}
