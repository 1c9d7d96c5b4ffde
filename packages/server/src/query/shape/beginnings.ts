/** How a conversation began, for people. */
import type { ChatBeginning } from '@goalpost/contract/reports/beginnings';
import type { Names } from './words.ts';

export const BEGINNINGS: Names & Readonly<Record<ChatBeginning, unknown>> = {
  visitor: { en: 'Visitor wrote first', ru: 'Посетитель написал первым' },
  invitation: { en: 'Answer to an invitation', ru: 'Ответ на приглашение' },
  operator: { en: 'Operator wrote first', ru: 'Оператор написал первым' },
  offline: { en: 'Offline message', ru: 'Офлайн-сообщение' },
};
