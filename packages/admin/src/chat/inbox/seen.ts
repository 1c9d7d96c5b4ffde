/** Up to where the visitor has seen what was written to them. Pure. */
import type { ConversationView } from '@goalpost/contract/chat';
import type { Log } from '../client/state.ts';

const TO_VISITOR: ReadonlySet<string> = new Set(['operator', 'invitation']);

/**
 * @param told what the socket has said since, 0 for nothing
 * @returns number of the last message that "Seen" stands under; null: under none
 */
export function seenAt(log: Log, view: Pick<ConversationView, 'readByVisitor'>, told: number): number | null {
  const readTo = Math.max(view.readByVisitor ?? 0, told);
  const last = log.findLast(({ kind, seq }) => kind === 'visitor' || (TO_VISITOR.has(kind) && seq <= readTo));
  // A visitor who has written since has read what stands above: no mark is needed.
  return last === undefined || last.kind === 'visitor' ? null : last.seq;
}
