/** What a conversation's step means beyond those who talk: invitations answered, the row in Users. */
import type { Clock } from '../../kit/clock.ts';
import type { InvitationDesk } from '../outward.ts';
import type { People } from '../people/people.ts';
import type { Presence } from '../presence/index.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';
import type { Effect } from './index.ts';

interface Parts {
  readonly people: Pick<People, 'update'>;
  readonly desk: Pick<InvitationDesk, 'happened'>;
  readonly clock: Clock;
}
type Users = Pick<Presence, 'find' | 'update'>;

export async function carryEffect(
  parts: Parts,
  effect: Effect,
  conversation: ConversationRecord,
): Promise<void> {
  const { people, desk, clock } = parts;
  if (effect.type !== 'invitation_answered') return;
  await people.update(conversation.personId, { invitation: null });
  const { ruleId } = effect.invitation;
  if (effect.accepted && ruleId !== null) await desk.happened(conversation, ruleId, 'accepted', clock.now());
}

/** The row in Users follows the conversation. */
export function followConversation(
  presence: Users,
  { counterId, visitor, personId, state, id }: ConversationRecord,
): void {
  const entry = presence.find(counterId, visitor);
  if (entry === null || entry.holder.personId !== personId) return;
  const conversationId = state === 'open' ? id : null;
  if (entry.conversationId !== conversationId) presence.update(entry, { conversationId });
}

/** The row in Users has the name that is known now. */
export function nameInUsers(
  presence: Users,
  { id, counterId, visitor, contact }: Pick<ChatPerson, 'id' | 'counterId' | 'visitor' | 'contact'>,
): void {
  const entry = presence.find(counterId, visitor);
  if (entry === null || entry.holder.personId !== id) return;
  const name = contact.name || contact.email || contact.phone || '';
  if (entry.name !== name) presence.update(entry, { name });
}
