/** People, conversations, messages and goals of the chat as the records store's rows. */
import type { ChatMessage, MessageKind } from '@goalpost/contract/chat';
import type { Insertable, Selectable } from 'kysely';
import type {
  ChatGoal,
  ChatPerson,
  ConversationRecord,
  FileRecord,
  NewMessage,
  PendingGoal,
  StoredHappening,
} from '../../../chat/port.ts';
import {
  orNull,
  readAttributes,
  readContact,
  readContext,
  readCustom,
  readFile,
  readInvitationRef,
  readStandingInvitation,
  readTags,
} from './columns.ts';
import type {
  ChatConversationsTable,
  ChatFilesTable,
  ChatGoalsTable,
  ChatHappeningsTable,
  ChatMessagesTable,
  ChatPeopleTable,
} from './schema.ts';

export function personFromRow(row: Selectable<ChatPeopleTable>): ChatPerson {
  return {
    id: row.id,
    counterId: row.counter_id,
    visitor: row.visitor,
    number: row.number,
    contact: readContact(row.contact),
    custom: readCustom(row.custom),
    attributes: readAttributes(row.attributes),
    userToken: row.user_token,
    blocked: row.blocked === 1,
    createdAt: row.created_at,
    invitation: orNull(row.invitation, readStandingInvitation),
  };
}

export function conversationFromRow(row: Selectable<ChatConversationsTable>): ConversationRecord {
  return {
    id: row.id,
    counterId: row.counter_id,
    personId: row.person_id,
    visitor: row.visitor,
    state: row.state,
    offline: row.offline === 1,
    openedBy: row.opened_by,
    invitation: orNull(row.invitation, readInvitationRef),
    context: readContext(row.context),
    createdAt: row.created_at,
    closedAt: row.closed_at,
    lastSeq: row.last_seq,
    lastMessageAt: row.last_message_at,
    lastText: row.last_text,
    waitingSince: row.waiting_since,
    readByOperator: row.read_by_operator,
    readByVisitor: row.read_by_visitor,
    assignedTo: row.assigned_id === null ? null : { id: row.assigned_id, name: row.assigned_name ?? '' },
    department: row.department,
    tags: readTags(row.tags),
    rating: row.rating,
    ratingComment: row.rating_comment,
    goal: row.goal as ChatGoal | null,
    decided: row.decided === 1,
  };
}

/** All that a step may change, but for `last_seq`, which the store counts. */
export function conversationChanges(
  one: ConversationRecord,
): Omit<Insertable<ChatConversationsTable>, 'id' | 'counter_id' | 'person_id' | 'created_at' | 'last_seq'> {
  return {
    visitor: one.visitor,
    state: one.state,
    offline: Number(one.offline),
    opened_by: one.openedBy,
    invitation: one.invitation === null ? null : JSON.stringify(one.invitation),
    context: JSON.stringify(one.context),
    closed_at: one.closedAt,
    last_message_at: one.lastMessageAt,
    last_text: one.lastText,
    waiting_since: one.waitingSince,
    read_by_operator: one.readByOperator,
    read_by_visitor: one.readByVisitor,
    assigned_id: one.assignedTo?.id ?? null,
    assigned_name: one.assignedTo?.name ?? null,
    department: one.department,
    tags: JSON.stringify(one.tags),
    rating: one.rating,
    rating_comment: one.ratingComment,
    goal: one.goal,
    decided: Number(one.decided),
  };
}

export function newConversationRow(one: ConversationRecord): Insertable<ChatConversationsTable> {
  return {
    ...conversationChanges(one),
    id: one.id,
    counter_id: one.counterId,
    person_id: one.personId,
    created_at: one.createdAt,
    last_seq: 0,
  };
}

export function messageFromRow(row: Selectable<ChatMessagesTable>): ChatMessage {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    kind: row.kind as MessageKind,
    author: row.author,
    authorId: row.author_id,
    text: row.text,
    file: orNull(row.file, readFile),
    key: row.key,
    at: row.at,
  };
}

export function messageToRow(
  conversationId: string,
  seq: number,
  message: NewMessage,
): Insertable<ChatMessagesTable> {
  return {
    conversation_id: conversationId,
    seq,
    kind: message.kind,
    author: message.author,
    author_id: message.authorId,
    text: message.text,
    file: message.file === null ? null : JSON.stringify(message.file),
    key: message.key,
    at: message.at,
  };
}

export function goalToRow(goal: PendingGoal): Insertable<ChatGoalsTable> {
  return {
    id: goal.id,
    counter_id: goal.counterId,
    visitor: goal.visitor,
    event: goal.event,
    context: JSON.stringify(goal.context),
    at: goal.at,
    journaled: 0,
  };
}

export function goalFromRow(row: Selectable<ChatGoalsTable>): PendingGoal {
  return {
    id: row.id,
    counterId: row.counter_id,
    visitor: row.visitor,
    event: row.event,
    context: readContext(row.context),
    at: row.at,
  };
}

export function happeningFromRow(row: Selectable<ChatHappeningsTable>): StoredHappening {
  return {
    number: row.number,
    conversationId: row.conversation_id,
    event: row.event as StoredHappening['event'],
    at: row.at,
  };
}

export function fileFromRow(row: Selectable<ChatFilesTable>): FileRecord {
  return {
    id: row.id,
    counterId: row.counter_id,
    personId: row.person_id,
    name: row.name,
    type: row.type,
    bytes: row.bytes,
    createdAt: row.created_at,
  };
}
