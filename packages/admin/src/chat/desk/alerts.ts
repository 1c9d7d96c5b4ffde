/** Calls the operator: a short sound, and a desktop notice while the tab is not looked at. */
import i18next from 'i18next';
import type { ChatMessage } from '@goalpost/contract';
import { chosen } from './choices.ts';
import type { Desk } from './desk.ts';
import { createSound } from './sound.ts';
import type { DeskState } from './state.ts';
import { concernsMe } from './unread.ts';

export interface Calls {
  readonly sound: boolean;
  readonly notice: boolean;
}

const NONE: Calls = { sound: false, notice: false };

/** @param looking the tab is seen and has the focus */
export function callsFor(
  message: ChatMessage,
  state: DeskState,
  looking: boolean,
  shown: string | null,
): Calls {
  const view = state.conversations.get(message.conversationId);
  if (message.kind !== 'visitor' || view?.blocked === true) return NONE;
  if (view !== undefined && !concernsMe(view, state.me)) return NONE;
  // What is being read calls nobody.
  if (looking && shown === message.conversationId) return NONE;
  return { sound: true, notice: !looking };
}

/** @param counterId null: it is not known yet of which counter it is */
export type ShowConversation = (conversationId: string, counterId: number | null) => void;

/** @returns how to stop */
export function startAlerts(desk: Desk, show: ShowConversation): () => void {
  const sound = createSound();
  const stop = desk.onServer((event) => {
    if (event.type !== 'message') return;
    const looking = document.visibilityState === 'visible' && document.hasFocus();
    const shown = new URLSearchParams(location.search).get('conversation');
    const calls = callsFor(event.message, desk.get(), looking, shown);
    if (calls.sound && chosen('sound')) sound.play();
    if (calls.notice && chosen('notices')) notify(desk, event.message, show);
  });
  return () => {
    stop();
    sound.close();
  };
}

export const noticesAllowed = (): NotificationPermission | 'none' =>
  'Notification' in window ? Notification.permission : 'none';

function notify(desk: Desk, message: ChatMessage, show: ShowConversation): void {
  if (noticesAllowed() !== 'granted') return;
  const view = desk.get().conversations.get(message.conversationId);
  const contact = view?.contact;
  const title = contact?.name || contact?.email || i18next.t('chat.visitor');
  const notice = new Notification(title, {
    body: message.text || (message.file?.name ?? ''),
    tag: message.conversationId,
    icon: '/icon.svg',
  });
  notice.addEventListener('click', () => {
    window.focus();
    show(message.conversationId, view?.counterId ?? null);
    notice.close();
  });
}
