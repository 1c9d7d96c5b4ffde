/** What a chat or lead widget of another vendor can end in: one goal each, named after the vendor [C98]. */

/** Behind the vendor's prefix and `_`: the event's identifier. Those of Jivo are the pattern. */
export const OUTCOME_SUFFIXES = {
  started: 'Client_initiate_chat',
  invited: 'Proactive_invitation_accepted',
  operator: 'Client_answer_on_agent_request',
  offline: 'Offline_message_sent',
  opened: 'Window_opened',
  contact: 'User_gave_contacts_during_chat',
  rated: 'Chat_rated',
  callback: 'Callback_requested',
  form: 'Form_sent',
  quiz: 'Quiz_finished',
  booking: 'Meeting_booked',
} as const;

export type Outcome = keyof typeof OUTCOME_SUFFIXES;
export const OUTCOME_NAMES = Object.keys(OUTCOME_SUFFIXES) as readonly Outcome[];

type Words = Readonly<Record<'en' | 'ru', string>>;

/** As they stand in the names of goals. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  started: { en: 'customer opened chat', ru: 'запуск чата клиентом' },
  invited: { en: 'auto-invite to chat', ru: 'автоприглашение в чат' },
  operator: { en: 'manual invitation to chat', ru: 'ручное приглашение в чат' },
  offline: { en: 'offline message', ru: 'офлайн-сообщение' },
  opened: { en: 'chat window opened', ru: 'открытие окна чата' },
  contact: { en: 'contact data given', ru: 'клиент оставил контакты' },
  rated: { en: 'chat rated', ru: 'оценка чата' },
  callback: { en: 'call-back ordered', ru: 'заказ обратного звонка' },
  form: { en: 'form sent', ru: 'отправка формы' },
  quiz: { en: 'quiz finished', ru: 'прохождение квиза' },
  booking: { en: 'meeting booked', ru: 'запись на встречу' },
};

/** Instead, where the vendor does not tell a rule from an operator [C101]. */
export const EITHER_WORDS: Words = {
  en: 'invitation answered (by a rule or an operator)',
  ru: 'ответ на приглашение (автоматическое или оператора)',
};
