/** How much is unread, and whose business it is. */
import type { ConversationView } from '@goalpost/contract/chat';
import type { DeskState } from './state.ts';

/** The operator's own, or not assigned yet. */
export function concernsMe(view: ConversationView, me: DeskState['me']): boolean {
  return view.assignedTo === null || view.assignedTo.id === me?.id;
}

/** Unread messages in open conversations that concern the operator. */
export function unreadOf({ conversations, me }: Pick<DeskState, 'conversations' | 'me'>): number {
  let sum = 0;
  for (const view of conversations.values()) {
    if (view.state === 'open' && !view.blocked && concernsMe(view, me)) sum += view.unread;
  }
  return sum;
}
