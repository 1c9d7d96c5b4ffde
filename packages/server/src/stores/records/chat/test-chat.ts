/** For tests of the chat's stores: a person, a conversation, a message, as small as they can be. */
import type {
  ChatPerson,
  ConversationRecord,
  NewMessage,
  PageContext,
  PendingGoal,
  StandingInvitation,
} from '../../../chat/port.ts';

export const CONTEXT: PageContext = {
  url: 'https://shop.example/?a=<b>',
  title: "O'Hara; DROP TABLE chat_people --",
  referrer: 'https://search.example/',
  agent: 'Mozilla/5.0',
  country: 'DE',
  language: 'de',
  phone: false,
};

/** Every field, also those that may be absent: a shape that lacks one would drop it when it is read. */
export const STANDING: Required<StandingInvitation> = {
  id: 'i',
  ruleId: null,
  variant: 1,
  text: 'Hi',
  author: 'Ann',
  at: 5,
  tapped: false,
  credited: true,
};

export function newPerson(counterId: number, changes: Partial<ChatPerson> = {}): Omit<ChatPerson, 'number'> {
  return {
    id: crypto.randomUUID(),
    counterId,
    visitor: '17900000001234567',
    contact: {},
    custom: [],
    attributes: {},
    userToken: '',
    blocked: false,
    createdAt: 1,
    ...changes,
  };
}

export function newConversation(
  person: ChatPerson,
  changes: Partial<ConversationRecord> = {},
): ConversationRecord {
  return {
    id: crypto.randomUUID(),
    counterId: person.counterId,
    personId: person.id,
    visitor: person.visitor,
    state: 'open',
    offline: false,
    openedBy: 'visitor',
    invitation: null,
    context: CONTEXT,
    createdAt: 10,
    closedAt: null,
    lastSeq: 0,
    lastMessageAt: 10,
    lastText: '',
    waitingSince: null,
    readByOperator: 0,
    readByVisitor: 0,
    assignedTo: null,
    department: null,
    tags: [],
    rating: null,
    ratingComment: '',
    goal: null,
    decided: false,
    ...changes,
  };
}

export function newMessage(text: string, changes: Partial<NewMessage> = {}): NewMessage {
  return {
    kind: 'visitor',
    author: '',
    authorId: null,
    text,
    key: crypto.randomUUID(),
    at: 10,
    file: null,
    ...changes,
  };
}

export function newGoal(conversation: ConversationRecord, event: string): PendingGoal {
  return {
    id: `${conversation.id}:${event}`,
    counterId: conversation.counterId,
    visitor: conversation.visitor,
    event,
    context: conversation.context,
    at: 10,
  };
}
