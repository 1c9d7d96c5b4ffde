/** How this browser calls the operator, and whether it may. */
import { useState } from 'react';
import { noticesAllowed } from './client/alerts.ts';
import { choose, chosen, type Choice } from './client/choices.ts';

export interface Calls {
  readonly sound: boolean;
  readonly notices: boolean;
  readonly allowed: NotificationPermission | 'none';
  /** Notices are wanted, and the browser has not been asked yet. */
  readonly waits: boolean;
  set(choice: Choice, on: boolean): void;
  /** Asks the browser's permission. */
  ask(): void;
}

export function useCalls(): Calls {
  const [sound, setSound] = useState(() => chosen('sound'));
  const [notices, setNotices] = useState(() => chosen('notices'));
  const [allowed, setAllowed] = useState(noticesAllowed);
  const ask = async (): Promise<void> => {
    if (noticesAllowed() === 'default') await Notification.requestPermission();
    setAllowed(noticesAllowed());
  };
  return {
    sound,
    notices,
    allowed,
    waits: notices && allowed === 'default',
    set: (choice, on) => {
      choose(choice, on);
      (choice === 'sound' ? setSound : setNotices)(on);
      if (choice === 'notices' && on) void ask();
    },
    ask: () => void ask(),
  };
}
