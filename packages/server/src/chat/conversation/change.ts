/** What a step writes: a conversation that begins, one with more messages, one that is otherwise than before. */
import type { MessageKind } from '@goalpost/contract/chat';
import type { ConversationWrite } from '../port.ts';
import type { ConversationRecord, NewMessage } from '../records.ts';
import type { Answerable, Content, Operator, VisitorNow } from './command.ts';

/** Characters of the latest message that lists show. */
const EXCERPT = 200;

export function message(
  kind: MessageKind,
  by: Operator | null,
  { key, text, file }: Content,
  at: number,
): NewMessage {
  return { kind, author: by?.name ?? '', authorId: by?.id ?? null, text, key, at, file };
}

/**
 * What the visitor was invited with stands before the next message, for both sides [C83].
 * Where no rule showed it, its words are the page's own word.
 */
export function invitationMessage(invitation: Answerable | null, now: number): NewMessage[] {
  if (invitation === null || invitation.isInLog === true) return [];
  const { id, author, text, ruleId } = invitation;
  return [{ kind: 'invitation', author, authorId: ruleId, text, key: id, at: now, file: null }];
}

/** @param opened the conversation begins with these messages */
export function append(
  conversation: ConversationRecord,
  messages: readonly NewMessage[],
  opened = false,
): ConversationWrite {
  const last = messages.findLast((one) => one.kind !== 'note');
  return {
    conversation: {
      ...conversation,
      lastMessageAt: messages.at(-1)?.at ?? conversation.lastMessageAt,
      lastText: last === undefined ? conversation.lastText : excerpt(last),
    },
    opened,
    messages,
    goal: null,
  };
}

/** What is kept without a message. */
export function change(conversation: ConversationRecord): ConversationWrite {
  return { conversation, opened: false, messages: [], goal: null };
}

function excerpt({ text, file }: NewMessage): string {
  return (text || (file?.name ?? '')).slice(0, EXCERPT);
}

/** A conversation at its beginning. */
export function newConversation(
  visitor: VisitorNow,
  openedBy: ConversationRecord['openedBy'],
  id: string,
  now: number,
): ConversationRecord {
  return {
    id,
    counterId: visitor.counterId,
    personId: visitor.personId,
    visitor: visitor.visitor,
    state: 'open',
    offline: false,
    openedBy,
    invitation: null,
    context: visitor.context,
    createdAt: now,
    closedAt: null,
    lastSeq: 0,
    lastMessageAt: now,
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
  };
}
