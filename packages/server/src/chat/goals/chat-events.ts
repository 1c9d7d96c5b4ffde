/** Chat events beside the four goals: told to the page's counters, and journaled for ours [C26]. */
import type { ChatEvent } from '../conversation/index.ts';
import type { Clock } from '../../kit/clock.ts';
import type { Hub } from '../hub.ts';
import { contextOf, type Presence } from '../presence/index.ts';
import type { ConversationRecord, PendingGoal } from '../records.ts';
import type { GoalRunner } from './goal-runner.ts';

interface Parts {
  readonly hub: Pick<Hub, 'isVisitorConnected' | 'toVisitor'>;
  readonly presence: Pick<Presence, 'find'>;
  readonly clock: Clock;
}
type About = Pick<ConversationRecord, 'id' | 'counterId' | 'personId' | 'visitor' | 'context'>;

/**
 * Once a conversation, and only while the visitor is there: what an operator does later is no activity of
 * theirs, and would open a visit that they did not make.
 */
export function eventOf(
  { hub, presence, clock }: Parts,
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
  parts: Parts & { readonly goals: Pick<GoalRunner, 'add'> },
  conversation: ConversationRecord,
  event: ChatEvent,
): Promise<void> {
  const goal = eventOf(parts, conversation, event);
  if (goal === null || !(await parts.goals.add(goal))) return;
  parts.hub.toVisitor(conversation, { type: 'event', event });
}
