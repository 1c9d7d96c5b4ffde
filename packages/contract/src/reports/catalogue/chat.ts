/** Conversations of the chat: which traffic brings them, who answers them, and which invitations begin them [M86]. */
import { defineReport } from '../report.ts';

const CONVERSATIONS = [
  'conversations',
  'answeredConversations',
  'avgFirstAnswerSeconds',
  'avgRating',
  'users',
  'anyGoalConversionRate',
] as const;

export const chatSources = defineReport({
  id: 'chat_sources',
  section: 'chat',
  title: { en: 'Conversations by source', ru: 'Диалоги по источникам' },
  dimensions: ['<attribution>TrafficSource', '<attribution>SourceEngine'],
  metrics: ['visits', 'conversations', 'answeredConversations', 'avgFirstAnswerSeconds', 'avgRating'],
  sort: '-conversations',
  chart: 'lines',
});

export const chatOperators = defineReport({
  id: 'chat_operators',
  section: 'chat',
  title: { en: 'Conversations by operator', ru: 'Диалоги по операторам' },
  dimensions: ['conversationOperator'],
  metrics: CONVERSATIONS,
  sort: '-conversations',
  chart: 'bars',
});

export const chatRules = defineReport({
  id: 'chat_rules',
  section: 'chat',
  title: { en: 'Conversations by invitation', ru: 'Диалоги по приглашениям' },
  dimensions: ['invitationRule', 'invitationVariant'],
  metrics: CONVERSATIONS,
  sort: '-conversations',
  chart: 'bars',
});

export const chatStarts = defineReport({
  id: 'chat_starts',
  section: 'chat',
  title: { en: 'Conversations by beginning', ru: 'Диалоги по началу' },
  dimensions: ['conversationStart'],
  metrics: CONVERSATIONS,
  sort: '-conversations',
  chart: 'bars',
});
