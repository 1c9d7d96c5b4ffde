/** Opens the console's desk in a browser: address, storage, signs of life, sound and notices. */
import { whole } from '../../api/address/address.ts';
import { consoleCarrier } from '../carrier.ts';
import { startAlerts, type ShowConversation } from './alerts.ts';
import { createDesk, type Desk } from './chat-client.ts';
import { outboxIn } from './outbox.ts';
import { keepTitle } from './title.ts';

/** @param show opens a conversation, wherever in the admin one is */
export function openDesk(show: ShowConversation): Desk {
  const desk = createDesk({
    connect: consoleCarrier(new URL(whole('/chat/v1/operator'))),
    newKey: () => crypto.randomUUID(),
    now: () => Date.now(),
    keeper: outboxIn(sessionStorage),
  });
  const stopAlerts = startAlerts(desk, show);
  const stopTitle = keepTitle(desk);
  const wake = (): void => {
    if (!document.hidden) desk.wake();
  };
  const signs = [
    [window, 'online'],
    [window, 'pageshow'],
    [window, 'focus'],
    [document, 'visibilitychange'],
  ] as const;
  for (const [target, name] of signs) target.addEventListener(name, wake);
  return {
    ...desk,
    close: () => {
      for (const [target, name] of signs) target.removeEventListener(name, wake);
      stopAlerts();
      stopTitle();
      desk.close();
    },
  };
}
