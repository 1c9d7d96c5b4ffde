/** For tests: what the server might say. */
import type { ChatMessage, ConversationView, OperatorEvent, Person } from '@goalpost/contract/chat';

export function conversation(changes: Partial<ConversationView> = {}): ConversationView {
  return {
    id: 'c1',
    counterId: 1,
    state: 'open',
    offline: false,
    openedBy: 'visitor',
    createdAt: 1_000,
    lastMessageAt: 1_000,
    waitingSince: null,
    lastSeq: 0,
    lastText: '',
    unread: 0,
    assignedTo: null,
    department: null,
    tags: [],
    contact: {},
    rating: null,
    blocked: false,
    visitor: '100',
    goal: null,
    ...changes,
  };
}

export function message(seq: number, changes: Partial<ChatMessage> = {}): ChatMessage {
  return {
    conversationId: 'c1',
    seq,
    kind: 'visitor',
    author: '',
    authorId: null,
    text: `text ${seq}`,
    file: null,
    key: `key-${seq}-000`,
    at: seq * 1_000,
    ...changes,
  };
}

export function person(visitor: string, changes: Partial<Person> = {}): Person {
  return {
    visitor,
    counterId: 1,
    url: 'https://shop.example/',
    title: 'Shop',
    referrer: '',
    source: 'direct',
    country: 'DE',
    device: 'desktop',
    browser: 'Chrome',
    since: Number(visitor),
    pages: 1,
    visits: 1,
    online: true,
    invited: false,
    conversationId: null,
    typing: '',
    ...changes,
  };
}

export function welcome(
  changes: Partial<Extract<OperatorEvent, { type: 'welcome' }>> = {},
): Extract<OperatorEvent, { type: 'welcome' }> {
  return {
    type: 'welcome',
    me: { id: 'me', name: 'Olga', online: true },
    counters: [1],
    conversations: [],
    people: [],
    ...changes,
  };
}
