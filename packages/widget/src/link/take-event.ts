/** What each event of the server does to the visitor's side. */
import type { ChatRefusalReason, VisitorEvent } from '@goalpost/contract/chat';
import { CHAT_EVENTS, CHAT_GOALS } from '@goalpost/contract/chat/events';
import type { Chat } from './model.ts';
import type { ChatState, PageEvents } from './state.ts';

type Of<T extends VisitorEvent['type']> = Extract<VisitorEvent, { type: T }>;

/** Each of the four goals, as the page hears of it. */
const GOALS: Readonly<Record<string, keyof PageEvents>> = {
  [CHAT_GOALS.customer]: 'chat-started',
  [CHAT_GOALS.invitation]: 'invitation-accepted',
  [CHAT_GOALS.operator]: 'manual-invitation-answered',
  [CHAT_GOALS.offline]: 'offline-message',
  [CHAT_EVENTS.requested]: 'chat-requested',
  [CHAT_EVENTS.established]: 'chat-established',
};

/** It may be stored later. */
const PASSING: readonly ChatRefusalReason[] = ['too_fast', 'unavailable'];
const AGAIN_MS = 3_000;

export function takeEvent(chat: Chat, event: VisitorEvent): void {
  switch (event.type) {
    case 'welcome':
      return welcome(chat, event);
    case 'message':
      return message(chat, event);
    case 'stored':
      return stored(chat, event);
    case 'refused':
      return refused(chat, event);
    case 'typing':
      return chat.inner.emit('typing', event.author);
    case 'read':
      return read(chat, event.seq);
    case 'online':
      chat.change({ online: event.online, departments: event.departments });
      return chat.page.emit('online', { online: event.online });
    case 'accepted':
      return amend(chat, { operator: event.operator });
    case 'closed':
      amend(chat, { state: 'closed' });
      chat.inner.emit('typing', '');
      chat.inner.emit('closed', null);
      return chat.page.emit('chat-closed', null);
    case 'event':
      return happened(chat, event.event, subjectOf(chat, event.event));
    case 'number':
      return chat.numbers.emit('number', event.number);
    case 'rules':
    case 'pong':
      return;
  }
}

function welcome(chat: Chat, event: Of<'welcome'>): void {
  const { memory, book, state } = chat;
  const had = chat.secret();
  if (event.secret !== null && chat.asked !== had) return chat.line?.again();
  if (event.secret !== null) {
    // What was kept belongs to a visitor whom the server no longer knows.
    if (had !== null) book.clear();
    memory.write('secret', event.secret);
  }
  chat.flying = null;
  const { conversation } = event;
  const unsaid = chat.unsaid['contact'];
  if (conversation?.id !== state.conversation?.id) chat.change({ readByOperator: 0 });
  chat.change({
    settings: event.settings,
    online: event.online,
    departments: event.departments,
    conversation,
    // What the page has said since is sent to the server next.
    contact: { ...event.contact, ...(unsaid?.type === 'contact' ? unsaid.contact : {}) },
  });
  // Another page, or none, may have been open when it was read.
  read(chat, event.readByOperator ?? 0);
  chat.add(event.messages);
}

function amend(chat: Chat, changes: Partial<NonNullable<ChatState['conversation']>>): void {
  const { conversation } = chat.state;
  if (conversation) chat.change({ conversation: { ...conversation, ...changes } });
}

function read(chat: Chat, upTo: number): void {
  const seq = Math.max(chat.state.readByOperator, upTo);
  chat.change({ readByOperator: seq });
  chat.memory.write('read', { conversationId: chat.state.conversation?.id, seq });
}

function message(chat: Chat, { message }: Of<'message'>): void {
  follow(chat, message.conversationId);
  // Whatever is said in a closed conversation says that it goes on [C92].
  amend(chat, {
    state: 'open',
    ...(message.kind === 'operator' ? { operator: message.author || null } : {}),
  });
  chat.inner.emit('typing', '');
  chat.add([message]);
}

function stored(chat: Chat, { key, message, event }: Of<'stored'>): void {
  const wasWaiting = chat.outbox.take(key);
  if (chat.flying === key) chat.flying = null;
  chat.settled();
  follow(chat, message.conversationId);
  chat.add([message]);
  if (wasWaiting) chat.inner.emit('outbox', null);
  if (event !== null) happened(chat, event, message.conversationId);
  chat.pump();
}

/** A message of another conversation than the one shown opens that one. */
function follow(chat: Chat, id: string): void {
  const { conversation } = chat.state;
  if (conversation?.id === id) return;
  chat.change({ conversation: { id, state: 'open', operator: null }, readByOperator: 0 });
}

function refused(chat: Chat, { key, reason }: Of<'refused'>): void {
  // A network that may not even connect: what waits will not arrive soon, and the visitor is told.
  const isNetwork = reason === 'network_limit' && key === null && chat.flying === null;
  const message = chat.outbox.all().find((one) => isNetwork || one.key === key);
  chat.settled();
  if (message === undefined) return;
  if (PASSING.includes(reason)) {
    setTimeout(() => {
      if (chat.flying === key) chat.flying = null;
      chat.pump();
    }, AGAIN_MS);
    return;
  }
  chat.outbox.take(message.key);
  if (chat.flying === message.key) chat.flying = null;
  chat.inner.emit('refused', { message, reason });
  chat.pump();
}

/** What an event is once for: a tap is of an invitation, which has no conversation yet [C25]. */
function subjectOf({ memory, state }: Chat, event: string): string {
  return GOALS[event] === 'invitation-accepted'
    ? `invitation ${String(memory.read('invitedAt'))}`
    : (state.conversation?.id ?? '');
}

function happened(chat: Chat, event: string, conversationId: string): void {
  chat.report(event, conversationId);
  const name = GOALS[event];
  if (name !== undefined) chat.page.emit(name, null as never);
}
