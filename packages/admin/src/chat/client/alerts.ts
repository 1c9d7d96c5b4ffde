/** Calls the operator: a short sound, and a desktop notice while the tab is not looked at. */
import i18next from 'i18next';
import type { ChatMessage, ConversationView } from '@goalpost/contract/chat';
import { ours } from '../../api/address/address.ts';
import { chosen } from './choices.ts';
import type { Desk } from './chat-client.ts';
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
  return callsAbout(message.conversationId, looking, shown);
}

/** No notice for a conversation that is being read; one that was handed over calls like a message [C91]. */
function callsAbout(conversationId: string, looking: boolean, shown: string | null): Calls {
  if (looking && shown === conversationId) return NONE;
  return { sound: true, notice: !looking };
}

export type ShowConversation = (view: ConversationView) => void;

/** @returns how to stop */
export function startAlerts(desk: Desk, show: ShowConversation): () => void {
  const sound = createSound();
  /** A conversation's first message may come a moment before the conversation, which says whose it is. */
  const early = new Map<string, ChatMessage>();
  const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus();
  const shown = (): string | null => new URLSearchParams(location.search).get('conversation');
  const ring = (calls: Calls, conversationId: string, text: string): void => {
    if (calls.sound && chosen('sound')) sound.play();
    if (calls.notice && chosen('notices')) notify(desk, { conversationId, text }, show);
  };
  const call = (message: ChatMessage): void => {
    const text = message.text || (message.file?.name ?? '');
    ring(callsFor(message, desk.get(), isLooking(), shown()), message.conversationId, text);
  };
  const stop = desk.onServer((event) => {
    if (event.type === 'message') {
      const { conversationId } = event.message;
      if (desk.get().conversations.has(conversationId)) call(event.message);
      else early.set(conversationId, event.message);
    }
    if (event.type === 'called') {
      const text = i18next.t('chat.calls.handed', { name: event.by });
      ring(callsAbout(event.conversationId, isLooking(), shown()), event.conversationId, text);
    }
    if (event.type === 'conversation') {
      const message = early.get(event.conversation.id);
      early.delete(event.conversation.id);
      if (message !== undefined) call(message);
    }
  });
  return () => {
    stop();
    sound.close();
  };
}

export const noticesAllowed = (): NotificationPermission | 'none' =>
  'Notification' in window ? Notification.permission : 'none';

interface Notice {
  readonly conversationId: string;
  readonly text: string;
}

function notify(desk: Desk, { conversationId, text }: Notice, show: ShowConversation): void {
  const view = desk.get().conversations.get(conversationId);
  if (noticesAllowed() !== 'granted' || view === undefined) return;
  const name = view.contact.name || view.contact.email;
  const notice = new Notification(name || `${i18next.t('chat.visitor')} ${view.visitor.slice(-4)}`, {
    body: text,
    tag: conversationId,
    icon: ours('/icon.svg'),
  });
  notice.addEventListener('click', () => {
    window.focus();
    show(view);
    notice.close();
  });
}
