/** Chat events beside the four goals: told to the page's counters, and journaled for ours [C26]. */
import type { ChatEvent } from './conversation/index.ts';
import type { ChatCore } from './core.ts';
import { contextOf } from './presence/index.ts';
import type { ConversationRecord } from './records.ts';

/**
 * Once a conversation, and only while the visitor is there: what an operator does later is no activity of
 * theirs, and would open a visit that they did not make.
 */
export async function reportEvent(
  { hub, goals, presence, clock }: Pick<ChatCore, 'hub' | 'goals' | 'presence' | 'clock'>,
  { id, counterId, personId, visitor, context }: ConversationRecord,
  event: ChatEvent,
): Promise<void> {
  if (!hub.isVisitorConnected(personId)) return;
  const entry = presence.find(counterId, visitor);
  const isNew = await goals.add({
    id: `${id}:${event}`,
    counterId,
    visitor,
    event,
    context: entry?.holder.personId === personId ? contextOf(entry) : context,
    at: clock.now(),
  });
  if (isNew) hub.toVisitor(personId, { type: 'event', event });
}
