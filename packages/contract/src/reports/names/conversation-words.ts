/** What reports say of the chat, which the field does not have: its metrics and dimensions. */
import type { DimensionWords } from './dimension-words.ts';
import type { MetricWords } from './unit.ts';

export const CONVERSATION_WORDS = {
  hasConversation: [
    'With a conversation',
    'С диалогом',
    'Whether the visitor wrote to the chat in the visit.',
    'Писал ли посетитель в чат во время визита.',
  ],
  conversationStart: [
    'How the conversation began',
    'Начало диалога',
    'Who wrote first, and to what the visitor answered.',
    'Кто написал первым и на что ответил посетитель.',
  ],
  firstAnswerInterval: [
    'Time to the first answer',
    'Время до первого ответа',
    'How many seconds the visitor waited for an answer.',
    'Сколько секунд посетитель ждал ответа.',
  ],
  conversationRating: [
    'Rating of the conversation',
    'Оценка диалога',
    'How the visitor rated the conversation.',
    'Как посетитель оценил диалог.',
  ],
  conversationOperator: [
    'Operator',
    'Оператор',
    'Who has the conversation, else who answered first.',
    'Кто ведёт диалог или ответил первым.',
  ],
  invitationRule: [
    'Invitation rule',
    'Правило приглашения',
    'The rule whose invitation the visitor answered.',
    'Правило, на приглашение которого ответили.',
  ],
  invitationVariant: [
    'Variant of the invitation',
    'Вариант приглашения',
    'Which of the texts of the rule was shown, from 0.',
    'Какой из текстов правила был показан, с 0.',
  ],
} as const satisfies Readonly<Record<string, DimensionWords>>;

export const CONVERSATION_METRIC_WORDS = {
  conversations: [
    'count',
    'Conversations',
    'Диалоги',
    'How many conversations visitors wrote in.',
    'В скольких диалогах писали посетители.',
  ],
  answeredConversations: [
    'count',
    'Answered conversations',
    'Диалоги с ответом',
    'How many conversations an operator answered in.',
    'В скольких диалогах ответил оператор.',
  ],
  avgFirstAnswerSeconds: [
    'duration',
    'Time to the first answer',
    'Время до первого ответа',
    'How long visitors waited for the first answer on average.',
    'Сколько посетители в среднем ждали первого ответа.',
  ],
  avgRating: [
    'decimal',
    'Rating',
    'Оценка',
    'How visitors rated conversations on average.',
    'Как посетители в среднем оценили диалоги.',
  ],
} as const satisfies Readonly<Record<string, MetricWords>>;
