/** Facts that another system knows of a visitor, such as the owner's customer records. */
import type { Contact } from '@goalpost/contract/chat';
import type { Conversations } from '../conversation/conversations.ts';
import { nameInUsers } from '../conversation/effects.ts';
import type { ChatStore } from '../port.ts';
import type { Presence } from '../presence/index.ts';
import type { CustomField } from '../records.ts';
import { mergedContact, type People } from './people.ts';

export interface Learned {
  readonly contact: Contact;
  readonly custom: readonly CustomField[];
}

interface LearnDeps {
  readonly store: Pick<ChatStore, 'conversation'>;
  readonly people: Pick<People, 'byId' | 'update'>;
  readonly conversations: Pick<Conversations, 'inTurn' | 'tellOperators'>;
  readonly presence: Pick<Presence, 'find' | 'update'>;
}

/** No listener is told: a system that hears of its own change would send it again. */
export async function learn(
  { store, people, conversations, presence }: LearnDeps,
  counterId: number,
  conversationId: string,
  { contact, custom }: Learned,
): Promise<void> {
  const about = await store.conversation(conversationId);
  if (about === null || about.counterId !== counterId) return;
  await conversations.inTurn(about.personId, async () => {
    const person = await people.byId(about.personId);
    if (person === null) return;
    const changed = await people.update(person.id, {
      contact: mergedContact(person.contact, contact),
      custom: joinedFields(person.custom, custom),
    });
    if (changed !== null) nameInUsers(presence, changed);
    const now = await store.conversation(conversationId);
    if (now !== null) await conversations.tellOperators(now);
  });
}

/** With those that were there before. */
const MOST_FIELDS = 20;

/** A field of the same name is replaced; where there are too many, the oldest go. */
function joinedFields(before: readonly CustomField[], said: readonly CustomField[]): CustomField[] {
  const names = new Set(said.map(nameOf));
  return [...before.filter((one) => !names.has(nameOf(one))), ...said].slice(-MOST_FIELDS);
}

const nameOf = ({ key, title }: CustomField): string => key ?? title ?? '';
