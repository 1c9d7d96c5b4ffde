/** `goalpost.chat`: our own, typed, with all events; and the callbacks of old integration code, fed by the same. */
import { textOf } from '../../shared/globals.ts';
import { callBack } from '../../shared/guard.ts';
import type { Chat } from '../chat.ts';
import type { PageEvents } from '../state.ts';
import type { Api } from './jivo.ts';
import { tellPage } from './callbacks.ts';

/** @returns what is called by `goalpost.chat.<name>` */
export function goalpostApi(chat: Chat, jivo: Api): Api {
  const stops = new Map<unknown, Map<string, () => void>>();
  const off = (name: unknown, listener: unknown): void => {
    stops.get(listener)?.get(textOf(name))?.();
    stops.get(listener)?.delete(textOf(name));
  };
  return {
    'chat.on': (name, listener) => {
      off(name, listener);
      const event = textOf(name) as keyof PageEvents;
      const stop = chat.page.on(event, listener as (detail: PageEvents[typeof event]) => void);
      stops.set(listener, (stops.get(listener) ?? new Map()).set(event, stop));
      // Whoever comes late has not missed it.
      if (event === 'ready' && chat.isReady()) callBack(listener, null);
    },
    'chat.off': off,
    'chat.open': () => jivo['open']?.(),
    'chat.close': () => jivo['close']?.(),
    'chat.invite': (text) => jivo['showProactiveInvitation']?.(text),
    'chat.contact': (contact) => jivo['setContactInfo']?.(contact),
    'chat.state': () => ({
      online: chat.state.online,
      open: chat.state.open,
      unread: chat.state.unread,
      conversation: chat.state.conversation?.state ?? null,
    }),
  };
}

/** @param isFirst whether the visitor has not written before */
export function feedCallbacks({ page, state }: Chat, isFirst: () => boolean): void {
  page.on('ready', () => tellPage('onLoadCallback'));
  page.on('open', () => {
    tellPage('onOpen');
    tellPage('onChangeState', state.online || state.conversation?.state === 'open' ? 'chat' : 'offline');
    tellPage('onResizeCallback');
  });
  page.on('close', () => {
    tellPage('onClose');
    tellPage('onChangeState', state.conversation?.state === 'open' ? 'chat/min' : 'label');
    tellPage('onResizeCallback');
  });
  page.on('message', ({ from }) => {
    if (from === 'operator') tellPage('onMessageReceived');
    else if (isFirst()) tellPage('onMessageSent');
  });
  page.on('chat-started', () => tellPage('onClientStartChat'));
  page.on('contacts', () => tellPage('onIntroduction'));
  page.on('chat-established', () => tellPage('onAccept'));
  page.on('destroy', () => tellPage('onWidgetDestroy'));
}
