/** Automatic goals of the chat: the four events that a conversation reports [G10]. */
import { CHAT_GOALS } from '@goalpost/contract/chat';
import { type CatalogueEntry, eventEntry } from './entry.ts';

export const CHAT_ENTRIES: readonly CatalogueEntry[] = [
  eventEntry(CHAT_GOALS.customer, {
    en: 'Jivo auto-goal: customer opened chat',
    ru: 'Автоцель Jivo: запуск чата клиентом',
  }),
  eventEntry(CHAT_GOALS.invitation, {
    en: 'Jivo auto-goal: auto-invite to chat',
    ru: 'Автоцель Jivo: автоприглашение в чат',
  }),
  eventEntry(CHAT_GOALS.operator, {
    en: 'Jivo auto-goal: manual invitation to chat',
    ru: 'Автоцель Jivo: ручное приглашение в чат',
  }),
  eventEntry(CHAT_GOALS.offline, {
    en: 'Jivo auto-goal: offline message',
    ru: 'Автоцель Jivo: офлайн-сообщение',
  }),
];
