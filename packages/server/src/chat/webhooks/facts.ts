/** Gathers what a webhook is told of a happening, from the records as they are then. */
import type { ChatSettings, ChatMessage, WebhookEvent } from '@goalpost/contract/chat';
import { ownName } from '../operators/operator-name.ts';
import type { OperatorAccess } from '../outward.ts';
import type { ChatStore } from '../port.ts';
import type { ConversationRecord } from '../records.ts';
import { NO_CONVERSATION, type Agent, type Facts } from './payload.ts';

export interface FactsDeps {
  readonly store: Pick<ChatStore, 'conversation' | 'conversations' | 'person' | 'messages'>;
  readonly access: Pick<OperatorAccess, 'loginOf' | 'nameOf'>;
  settings(counterId: number): Promise<ChatSettings>;
}

/** Conversations of one visitor that are counted. */
const MOST_CHATS = 1_000;
/** Messages of one conversation that are sent, the latest. */
const MOST_MESSAGES = 2_000;
/** Where a visitor's first message is looked for. */
const BEGINNING = 50;

/** What the events of a conversation tell. @returns null where there is no such conversation */
export async function factsOfConversation(
  deps: FactsDeps,
  event: WebhookEvent,
  conversationId: string,
  at: number,
): Promise<Facts | null> {
  const conversation = await deps.store.conversation(conversationId);
  return conversation === null ? null : about(deps, { event, at, conversation });
}

/** What is told of a visitor outside of a conversation: with the latest of theirs, if they have had one. */
export async function factsOfPerson(deps: FactsDeps, personId: string, at: number): Promise<Facts | null> {
  const person = await deps.store.person(personId);
  if (person === null) return null;
  const { counterId } = person;
  const [latest = null] = await deps.store.conversations({ counterIds: [counterId], personId, limit: 1 });
  if (latest !== null) return about(deps, { event: 'client_updated', at, conversation: latest });
  return {
    event: 'client_updated',
    counterId,
    at,
    person,
    ...NO_CONVERSATION,
  };
}

interface Happening {
  readonly event: WebhookEvent;
  readonly at: number;
  readonly conversation: ConversationRecord;
}

async function about(deps: FactsDeps, { event, at, conversation }: Happening): Promise<Facts> {
  const { counterId, personId, assignedTo } = conversation;
  const [person, chats, settings, messages] = await Promise.all([
    deps.store.person(personId),
    deps.store.conversations({ counterIds: [counterId], personId, limit: MOST_CHATS }),
    deps.settings(counterId),
    messagesOf(deps, event, conversation),
  ]);
  const took = new Set(
    messages.flatMap(({ kind, authorId }) => (kind === 'operator' ? (authorId ?? []) : [])),
  );
  if (assignedTo !== null) took.add(assignedTo.id);
  const agents = await Promise.all([...took].map((id) => agentOf(deps, settings, id)));
  return {
    event,
    counterId,
    at,
    person,
    conversation,
    chats: chats.length,
    agent: agents.find(({ id }) => id === assignedTo?.id) ?? null,
    agents,
    department: departmentOf(settings, conversation),
    messages,
    isCut: event === 'chat_finished' && conversation.lastSeq > MOST_MESSAGES,
  };
}

function departmentOf({ departments }: ChatSettings, { department }: ConversationRecord) {
  const found = departments.find(({ id }) => id === department);
  return found === undefined ? null : { id: found.id, name: found.name };
}

async function messagesOf(
  { store }: FactsDeps,
  event: WebhookEvent,
  { id, lastSeq }: ConversationRecord,
): Promise<ChatMessage[]> {
  if (event === 'chat_finished') {
    const all = await store.messages(id, Math.max(0, lastSeq - MOST_MESSAGES), MOST_MESSAGES);
    // Notes are for colleagues [C8].
    return all.filter(({ kind }) => kind !== 'note');
  }
  if (event !== 'offline_message') return [];
  return (await store.messages(id, 0, BEGINNING)).filter(({ kind }) => kind === 'visitor').slice(0, 1);
}

/** An account that is gone keeps its id. */
async function agentOf({ access }: FactsDeps, { operators }: ChatSettings, id: string): Promise<Agent> {
  const email = (await access.loginOf(id)) ?? '';
  const named = operators.find((one) => one.id === id)?.name ?? '';
  return { id, name: named === '' ? await ownName(access, id, email) : named, email };
}
