/** What was said with whom: the chat, by which any report can be cut [M85]. */
import { defineDimension, type Dimension, type ValueDimension } from '../dimension.ts';
import { named } from '../known-values.ts';
import { conversationField, conversations } from '../lists/conversations.ts';
import { BEGINNINGS } from '../shape/beginnings.ts';
import { fromTable } from '../shape/words.ts';
import { interval } from './interval.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const of = <T extends ValueDimension>(dimension: T): T =>
  defineDimension({ ...dimension, ours: true, records: conversations });

/** Values that the chat has names for, such as an operator's. */
const called = (id: string, kind: 'operators' | 'rules', sql: string): ValueDimension =>
  of({
    id,
    kind: 'text',
    sql: () => sql,
    label: (value, { chatNames }) => ({ id: value, name: chatNames?.[kind].get(value) || value }),
    openTo: ({ chatNames }) =>
      [...(chatNames?.[kind] ?? [])].map(([value, name]) => ({ id: value, spellings: [value, name] })),
  });

const ANSWERED = conversationField('answered_seconds');
const RULE = conversationField('rule_id');

export const conversationDimensions: readonly Dimension[] = [
  defineDimension({
    id: 'hasConversation',
    ours: true,
    kind: 'flag',
    sql: (scope) => `notEmpty(${conversations.sql(scope)})`,
    label: yesOrNo,
    known: yesNoValues(),
  }),
  of({
    id: 'conversationStart',
    kind: 'text',
    sql: () => `toString(${conversationField('start')})`,
    label: fromTable(BEGINNINGS),
    known: { closed: true, names: named(Object.keys(BEGINNINGS)) },
  }),
  of(
    interval(
      'firstAnswerInterval',
      ANSWERED,
      [0, 15, 30, 60, 120, 300, 600, 1_800, 3_600],
      `isNotNull(${ANSWERED})`,
    ),
  ),
  of({ id: 'conversationRating', kind: 'number', sql: () => conversationField('rating') }),
  called('conversationOperator', 'operators', conversationField('operator_id')),
  called('invitationRule', 'rules', RULE),
  of({
    id: 'invitationVariant',
    kind: 'number',
    sql: () => `if(${RULE} = '', NULL, ${conversationField('variant')})`,
  }),
];
