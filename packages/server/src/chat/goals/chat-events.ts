/** Chat events beside the four goals: told to the page's counters, and journaled for ours [C26]. */
import type { ChatEvent } from '../conversation/index.ts';
import type { ChatCore } from '../core.ts';
import { contextOf } from '../presence/index.ts';
import type { ConversationRecord, PendingGoal } from '../records.ts';

type About = Pick<ConversationRecord, 'id' | 'counterId' | 'personId' | 'visitor' | 'context'>;

/**
 * Once a conversation, and only while the visitor is there: what an operator does later is no activity of
 * theirs, and would open a visit that they did not make.
 */
export function eventOf(
  { hub, presence, clock }: Pick<ChatCore, 'hub' | 'presence' | 'clock'>,
  { id, counterId, personId, visitor, context }: About,
  event: ChatEvent,
): PendingGoal | null {
  if (!hub.isVisitorConnected(personId)) return null;
  const entry = presence.find(counterId, visitor);
  return {
    id: `${id}:${event}`,
    counterId,
    visitor,
    event,
    context: entry?.holder.personId === personId ? contextOf(entry) : context,
    at: clock.now(),
  };
}

/** Of what is no step of the conversation. */
export async function reportEvent(
  parts: Pick<ChatCore, 'hub' | 'goals' | 'presence' | 'clock'>,
  conversation: ConversationRecord,
  event: ChatEvent,
): Promise<void> {
  const goal = eventOf(parts, conversation, event);
  if (goal === null || !(await parts.goals.add(goal))) return;
  parts.hub.toVisitor(conversation.personId, { type: 'event', event });
}
