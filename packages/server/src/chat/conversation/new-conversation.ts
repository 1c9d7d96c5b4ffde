/** A conversation at its beginning. */
import type { ConversationRecord } from '../records.ts';
import type { VisitorNow } from './command.ts';

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
