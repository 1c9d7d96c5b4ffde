/** Conversations as rows of the analytics store: the latest revision of each counts. */
import { createHash } from 'node:crypto';
import type { ConversationFact, FactSink } from '../../chat/port.ts';
import type { Olap } from '../../kit/olap.ts';

export function createFactSink(olap: Pick<Olap, 'insert' | 'command'>): FactSink {
  return {
    async put(facts) {
      const lines = facts.map((fact) => `${JSON.stringify(rowOf(fact))}\n`).join('');
      const token = createHash('sha256').update(lines).digest('hex');
      await olap.insert('conversations', lines, `conversations-${token}`);
    },
    async forget(ids) {
      await olap.command(
        `ALTER TABLE conversations DELETE WHERE conversation_id IN {ids:Array(String)} SETTINGS mutations_sync = 2`,
        { ids },
      );
    },
  };
}

const MOST_SECONDS = 2 ** 32 - 1;

const rowOf = (fact: ConversationFact) => ({
  counter_id: fact.counterId,
  conversation_id: fact.conversationId,
  visitor_id: fact.visitor,
  at: Math.floor(fact.at / 1_000),
  start: fact.start,
  answered_seconds:
    fact.answeredMs === null ? null : Math.min(MOST_SECONDS, Math.floor(fact.answeredMs / 1_000)),
  rating: fact.rating,
  operator_id: fact.operator?.id ?? '',
  operator_name: fact.operator?.name ?? '',
  rule_id: fact.rule?.id ?? '',
  rule_name: fact.rule?.name ?? '',
  variant: fact.rule?.variant ?? 0,
  version: String(fact.revision),
});
