/** A conversation's messages for a console that opens it: what it has not got yet [C7]. */
import type { OperatorConsole, OperatorDeps } from './operator-console.ts';

/** Messages of one frame. */
const PAGE = 200;

export async function sendHistory(
  { store }: Pick<OperatorDeps, 'store'>,
  console: OperatorConsole,
  conversationId: string,
  lastSeq: number,
): Promise<void> {
  let after = lastSeq;
  for (;;) {
    const messages = await store.messages(conversationId, after, PAGE);
    console.send({ type: 'history', conversationId, messages });
    after = messages.at(-1)?.seq ?? after;
    if (messages.length < PAGE || !console.isOpen) return;
  }
}
