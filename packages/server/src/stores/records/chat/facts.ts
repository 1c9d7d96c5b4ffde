/** What reports say of conversations, as long as the analytics store does not know it. */
import { sql, type Kysely } from 'kysely';
import type { ConversationFact, FactOutbox } from '../../../chat/port.ts';
import type { RecordsSchema } from '../schema.ts';
import { orNull, readInvitationRef, readRule } from './columns.ts';

export function createFactOutbox(db: Kysely<RecordsSchema>): FactOutbox {
  return {
    async due(limit) {
      const rows = await untold(db, limit);
      const facts = rows.map((row) => ({ row, ref: orNull(row.invitation, readInvitationRef) }));
      const names = await ruleNames(
        db,
        facts.flatMap(({ ref }) => ref?.ruleId ?? []),
      );
      return facts.map(({ row, ref }): ConversationFact => {
        const operatorId = row.assigned_id ?? row.answered_by;
        const ruleId = ref?.ruleId ?? null;
        return {
          counterId: row.counter_id,
          conversationId: row.id,
          visitor: row.visitor,
          at: row.at,
          start: row.offline === 1 ? 'offline' : row.opened_by,
          answeredMs: row.answered_at === null ? null : Math.max(0, row.answered_at - row.at),
          rating: row.rating,
          operator:
            operatorId === null
              ? null
              : {
                  id: operatorId,
                  name: (row.assigned_id === null ? row.answered_name : row.assigned_name) ?? '',
                },
          rule:
            ref === null || ruleId === null
              ? null
              : { id: ruleId, name: names.get(ruleId) ?? '', variant: ref.variant },
          revision: row.revision,
        };
      });
    },

    async told(facts) {
      const there = new Set<string>();
      for (const [revision, some] of Map.groupBy(facts, (fact) => fact.revision)) {
        const rows = await db
          .updateTable('chat_conversations')
          .set({ told_revision: revision })
          .where(
            'id',
            'in',
            some.map(({ conversationId }) => conversationId),
          )
          .returning('id')
          .execute();
        for (const { id } of rows) there.add(id);
      }
      return facts.map(({ conversationId }) => conversationId).filter((id) => !there.has(id));
    },
  };
}

function untold(db: Kysely<RecordsSchema>, limit: number) {
  return (
    db
      .selectFrom('chat_conversations as c')
      .innerJoin('chat_messages as m', (join) =>
        join.onRef('m.conversation_id', '=', 'c.id').on('m.seq', '=', (query) =>
          query
            .selectFrom('chat_messages as first')
            .select((one) => one.fn.min('first.seq').as('seq'))
            .whereRef('first.conversation_id', '=', 'c.id')
            .where('first.kind', '=', 'visitor'),
        ),
      )
      .leftJoin('chat_messages as a', (join) =>
        join.onRef('a.conversation_id', '=', 'c.id').on('a.seq', '=', (query) =>
          query
            .selectFrom('chat_messages as answer')
            .select((one) => one.fn.min('answer.seq').as('seq'))
            .whereRef('answer.conversation_id', '=', 'c.id')
            .whereRef('answer.seq', '>', 'm.seq')
            .where('answer.kind', '=', 'operator'),
        ),
      )
      .select(['c.id', 'c.counter_id', 'c.visitor', 'c.offline', 'c.opened_by', 'c.invitation', 'c.rating'])
      .select(['c.assigned_id', 'c.assigned_name', 'c.revision', 'm.at', 'a.at as answered_at'])
      .select(['a.author_id as answered_by', 'a.author as answered_name'])
      .where('c.decided', '=', 1)
      // As the index has it.
      .where(sql<boolean>`c.told_revision < c.revision`)
      .orderBy('c.created_at')
      .limit(limit)
      .execute()
  );
}

/** Of rules that are there still. */
async function ruleNames(db: Kysely<RecordsSchema>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('chat_rules')
    .select(['id', 'rule'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, rule }) => [id, readRule(rule).name]));
}
