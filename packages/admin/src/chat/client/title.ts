/** Puts the number of people who wait before the page's title, whatever screen sets it. */
import type { Desk } from './chat-client.ts';
import { waitingFor } from './unread.ts';

const COUNT = /^\(\d+\) /;

export const titleWith = (title: string, waiting: number): string =>
  `${waiting > 0 ? `(${waiting}) ` : ''}${title.replace(COUNT, '')}`;

/** @returns how to stop */
export function keepTitle(desk: Pick<Desk, 'get' | 'subscribe'>): () => void {
  const show = (): void => {
    const wanted = titleWith(document.title, waitingFor(desk.get()));
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
