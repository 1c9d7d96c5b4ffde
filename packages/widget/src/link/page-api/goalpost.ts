/** `goalpost.chat`: our own, typed, with all events. */
import { textOf } from '../../shared/globals.ts';
import { callBack } from '../../shared/guard.ts';
import type { Call } from '../../shared/shell.ts';
import type { Chat } from '../model.ts';
import type { PageEvents } from '../state.ts';
import type { Api } from './jivo.ts';

export interface OurApi {
  /** What is called by `goalpost.chat.<name>`. */
  readonly api: Api;
  /** Who listens to what, to be heard by the chat that takes this one's place. */
  listeners(): Call[];
}

export function goalpostApi(chat: Chat, jivo: Api, consent: (yes: unknown) => void): OurApi {
  let heard: (readonly [name: string, listener: unknown, stop: () => void])[] = [];
  const off = (name: unknown, listener: unknown): void => {
    heard = heard.filter(([of, one, stop]) => of !== textOf(name) || one !== listener || stop());
  };
  const api: Api = {
    'chat.on': (name, listener) => {
      off(name, listener);
      const event = textOf(name) as keyof PageEvents;
      const stop = chat.page.on(event, listener as (detail: PageEvents[typeof event]) => void);
      heard.push([event, listener, stop]);
      // A listener that comes late is told, too.
      if (event === 'ready' && chat.isReady()) callBack(listener, null);
    },
    'chat.off': off,
    'chat.consent': consent,
    'chat.open': () => jivo['open']?.(),
    'chat.close': () => jivo['close']?.(),
    'chat.invite': (text, department) => jivo['showProactiveInvitation']?.(text, department),
    'chat.contact': (contact) => jivo['setContactInfo']?.(contact),
    'chat.attributes': (attributes) => jivo['setClientAttributes']?.(attributes),
    'chat.state': () => ({
      online: chat.state.online,
      open: chat.state.open,
      unread: chat.state.unread,
      conversation: chat.state.conversation?.state ?? null,
    }),
  };
  const listeners = (): Call[] => heard.map(([name, listener]) => ['chat.on', [name, listener]]);
  return { api, listeners };
}
