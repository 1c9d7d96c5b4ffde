/** A conversation as operators see it. */
import type { ConversationView } from '@goalpost/contract/chat';
import type { OwnView } from '../operators/own-views.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';

export function conversationView(
  conversation: ConversationRecord,
  person: Pick<ChatPerson, 'contact' | 'blocked' | 'custom' | 'attributes'> | null,
  /** Null: it is not for one operator. */
  own: OwnView | null,
): ConversationView {
  return {
    id: conversation.id,
    counterId: conversation.counterId,
    state: conversation.state,
    offline: conversation.offline,
    openedBy: conversation.openedBy,
    createdAt: conversation.createdAt,
    lastMessageAt: conversation.lastMessageAt,
    waitingSince: conversation.waitingSince,
    lastSeq: conversation.lastSeq,
    lastText: conversation.lastText,
    unread: own?.unread ?? Math.max(0, conversation.lastSeq - conversation.readByOperator),
    ...(own === null ? {} : { calledAt: own.calledAt, concerns: own.concerns }),
    assignedTo: conversation.assignedTo,
    department: conversation.department,
    tags: [...conversation.tags],
    contact: person?.contact ?? {},
    rating: conversation.rating,
    ...(conversation.ratingComment === '' ? {} : { ratingComment: conversation.ratingComment }),
    readByVisitor: conversation.readByVisitor,
    blocked: person?.blocked ?? false,
    visitor: conversation.visitor,
    goal: conversation.goal,
    custom: [...(person?.custom ?? [])],
    attributes: person?.attributes ?? {},
    page: { url: conversation.context.url, title: conversation.context.title },
  };
}
