/** Conversations of a visit [M85]. */
import { conversations as table } from '../scopes/facts.ts';
import { RECORD, type RecordList, type Side } from './records.ts';

const FIELDS = ['start', 'answered_seconds', 'rating', 'operator_id', 'rule_id', 'variant'] as const;

const side: Side = {
  name: 'conversations_of_visits',
  key: 'visit',
  scope: table,
  days: 'visits',
  columns: [`groupArray((${FIELDS.join(', ')})) AS visit_conversations`],
};

export const conversations: RecordList = {
  name: 'conversations',
  sql(scope) {
    scope.join(side);
    return 'visit_conversations';
  },
};

export const conversationField = (name: (typeof FIELDS)[number], record = RECORD): string =>
  `${record}.${FIELDS.indexOf(name) + 1}`;
