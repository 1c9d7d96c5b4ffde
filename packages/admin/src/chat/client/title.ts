/** Puts the number of unread messages before the page's title, whatever screen sets it. */
import type { Desk } from './chat-client.ts';
import { unreadOf } from './unread.ts';

const COUNT = /^\(\d+\) /;

export const titleWith = (title: string, unread: number): string =>
  `${unread > 0 ? `(${unread}) ` : ''}${title.replace(COUNT, '')}`;

/** @returns how to stop */
export function keepTitle(desk: Pick<Desk, 'get' | 'subscribe'>): () => void {
  const show = (): void => {
    const wanted = titleWith(document.title, unreadOf(desk.get()));
    if (document.title !== wanted) document.title = wanted;
  };
  const stop = desk.subscribe(show);
  const changes = new MutationObserver(show);
  changes.observe(document.head, { subtree: true, childList: true, characterData: true });
  show();
  return () => {
    stop();
    changes.disconnect();
    document.title = titleWith(document.title, 0);
  };
}
