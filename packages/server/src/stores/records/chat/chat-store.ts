/** Conversations, their messages and goals, in the records store. */
import type { Kysely } from 'kysely';
import type { ChatStore, ConversationFilter } from '../../../chat/port.ts';
import { readMarks } from './marks.ts';
import { createPeopleStore } from './people.ts';
import { conversationFromRow, goalToRow, messageFromRow } from './rows.ts';
import type { Claim } from '../../../kit/outbox/port.ts';
import { claimColumns } from '../outbox.ts';
import { goalOutbox, happeningOutbox } from './outboxes.ts';
import { writeStep } from './write.ts';
import type { RecordsSchema } from '../schema.ts';

/** @param claim by which what is to be done later belongs to the node that stored it; no node's unless given */
export function createChatStore(db: Kysely<RecordsSchema>, claim?: () => Claim): ChatStore {
  const stamp = () => claimColumns(claim?.());
  const conversations = db.selectFrom('chat_conversations').selectAll();

  return {
    ...createPeopleStore(db),

    async conversation(id) {
      const row = await conversations.where('id', '=', id).executeTakeFirst();
      return row ? conversationFromRow(row) : null;
    },

    async openConversation(personId) {
      const row = await conversations
        .where('person_id', '=', personId)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return row ? conversationFromRow(row) : null;
    },

    async conversations(filter) {
      if (filter.counterIds.length === 0) return [];
      const rows = await filtered(conversations, filter)
        .orderBy('last_message_at', 'desc')
        .orderBy('id', 'desc')
        .limit(filter.limit)
        .execute();
      return rows.map(conversationFromRow);
    },

    marks: (ids, accountId) => readMarks(db, ids, accountId),

    write: (step) => writeStep(db, stamp(), step),

    async messages(conversationId, afterSeq, limit) {
      const rows = await db
        .selectFrom('chat_messages')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(messageFromRow);
    },

    async messageByKey(personId, key) {
      const row = await db
        .selectFrom('chat_messages')
        .innerJoin('chat_conversations', 'chat_conversations.id', 'chat_messages.conversation_id')
        .selectAll('chat_messages')
        .where('chat_conversations.person_id', '=', personId)
        .where('chat_messages.key', '=', key)
        .orderBy('chat_messages.at')
        .executeTakeFirst();
      return row ? messageFromRow(row) : null;
    },

    async silentSince(before, limit) {
      const rows = await conversations
        .where('state', '=', 'open')
        .where('last_message_at', '<', before)
        .orderBy('last_message_at')
        .limit(limit)
        .execute();
      return rows.map(conversationFromRow);
    },

    async addPendingGoal(goal) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('chat_goals')
        .values({ ...goalToRow(goal), ...stamp() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    goals: goalOutbox(db),
    happenings: happeningOutbox(db),
  };
}

type Conversations = ReturnType<typeof selection>;
function selection(db: Kysely<RecordsSchema>) {
  return db.selectFrom('chat_conversations').selectAll();
}

function filtered(query: Conversations, filter: ConversationFilter): Conversations {
  const { counterIds, state, assignedTo, personId, visitor, before, beforeId, hidden } = filter;
  let narrowed = query.where('counter_id', 'in', counterIds);
  if (state !== undefined) narrowed = narrowed.where('state', '=', state);
  if (assignedTo === null) narrowed = narrowed.where('assigned_id', 'is', null);
  else if (assignedTo !== undefined) narrowed = narrowed.where('assigned_id', '=', assignedTo);
  if (personId !== undefined) narrowed = narrowed.where('person_id', '=', personId);
  if (visitor !== undefined) narrowed = narrowed.where('visitor', '=', visitor);
  for (const { counterId, ids } of hidden?.departments ?? [])
    narrowed = narrowed.where((where) =>
      where.or([
        where('counter_id', '!=', counterId),
        where('department', 'is', null),
        where('department', 'not in', ids),
        where('assigned_id', '=', hidden?.accountId ?? ''),
      ]),
    );
  if (before === undefined) return narrowed;
  return narrowed.where((where) =>
    beforeId === undefined
      ? where('last_message_at', '<', before)
      : where.or([
          where('last_message_at', '<', before),
          where.and([where('last_message_at', '=', before), where('id', '<', beforeId)]),
        ]),
  );
}
