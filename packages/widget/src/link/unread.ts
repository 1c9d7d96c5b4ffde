/** Counts what the visitor has not seen yet, keeps it for the next page, and reports it. */
import type { ChatMessage } from '@goalpost/contract/chat';
import { bag } from '../shared/globals.ts';
import type { Chat, Unread } from './model.ts';
import { isStanding } from './state.ts';

/** @param of the chat, which is made with this */
export function createUnread(of: () => Chat): Unread {
  let said = '';

  const seen = (conversationId: string): number => {
    const kept = bag(of().memory.read('seen'));
    return kept['conversationId'] === conversationId ? Number(kept['seq']) || 0 : 0;
  };
  const isSeen = (): boolean => of().state.open && !document.hidden;

  const look = (): void => {
    const { state, book, memory } = of();
    const id = state.conversation?.id;
    if (!isSeen() || id === undefined) return;
    const seq = book.lastSeq(id);
    if (seq > seen(id)) memory.write('seen', { conversationId: id, seq });
    if (seq > 0 && state.connected && said !== `${id}:${seq}`) {
      said = `${id}:${seq}`;
      of().say({ type: 'read', seq });
    }
  };
  const count = (fresh: readonly ChatMessage[]): void => {
    const { state, book, shell, page, inner } = of();
    look();
    const id = state.conversation?.id;
    const isTheirs = ({ kind }: ChatMessage): boolean => kind === 'operator';
    const from = id === undefined ? 0 : seen(id);
    const unread =
      id === undefined ? 0 : book.of(id).filter((message) => isTheirs(message) && message.seq > from).length;
    // An invitation that was not looked at is unread, too.
    const all = unread + (isStanding(state) && !state.open ? 1 : 0);
    if (all !== state.unread) {
      of().change({ unread: all });
      // What is said of the button, and shown on it.
      if (all) shell.button.setAttribute('aria-description', `${Math.min(all, 99)}`);
      else shell.button.removeAttribute('aria-description');
      page.emit('unread', { count: all });
    }
    for (const message of fresh)
      if (isTheirs(message)) page.emit('message', { from: 'operator', text: message.text });
    if (fresh.some(isTheirs)) inner.emit('notice', null);
  };
  return { count, look: () => count([]) };
}
