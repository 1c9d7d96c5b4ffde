/** Who waits for this operator, and whose business it is. */
import type { ConversationView } from '@goalpost/contract/chat';
import type { DeskState } from './state.ts';

/** The operator's own, or not assigned yet; the server knows for which department. */
export function concernsMe(view: ConversationView, me: DeskState['me']): boolean {
  return view.concerns ?? isMineOrNobodys(view, me);
}

function isMineOrNobodys(view: ConversationView, me: DeskState['me']): boolean {
  return view.assignedTo === null || view.assignedTo.id === me?.id;
}

/** Since when it calls for an operator: a visitor without an answer, or a hand-over; null: it does not. */
export function callsSince({ waitingSince, calledAt }: ConversationView): number | null {
  const calls = Math.max(waitingSince ?? 0, calledAt ?? 0);
  return calls === 0 ? null : calls;
}

/** Whether a visitor or a colleague waits there for this operator [C90, C91]. */
export function waitsForMe(view: ConversationView, me: DeskState['me']): boolean {
  return view.state === 'open' && !view.blocked && concernsMe(view, me) && callsSince(view) !== null;
}

/** People who wait for the operator. */
export function waitingFor({ conversations, me }: Pick<DeskState, 'conversations' | 'me'>): number {
  let sum = 0;
  for (const view of conversations.values()) {
    if (waitsForMe(view, me)) sum++;
  }
  return sum;
}
