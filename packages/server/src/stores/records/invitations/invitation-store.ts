/** Invitation rules and what became of them on pages, in the records store. */
import { type InvitationRule, InvitationRuleInput } from '@goalpost/contract/chat';
import type { Kysely, Selectable } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { InvitationEvent, InvitationEventKind, InvitationStore } from '../../../invitations/port.ts';
import type { Clock } from '../../../kit/clock.ts';
import { readRule } from '../chat/columns.ts';
import type { ChatInvitationEventsTable, ChatRulesTable } from '../chat/schema.ts';
import type { RecordsSchema } from '../schema.ts';

const DAY_MS = 86_400_000;

function ruleFromRow(row: Selectable<ChatRulesTable>): InvitationRule {
  return { ...readRule(row.rule), id: row.id, counterId: row.counter_id };
}

function eventFromRow(row: Selectable<ChatInvitationEventsTable>): InvitationEvent {
  return {
    counterId: row.counter_id,
    ruleId: row.rule_id,
    variant: row.variant,
    control: row.control === 1,
    visitor: row.visitor,
    kind: row.kind as InvitationEventKind,
    at: row.at,
  };
}

export function createInvitationStore(db: Kysely<RecordsSchema>, clock: Clock): InvitationStore {
  return {
    async rules(counterId) {
      const rows = await db
        .selectFrom('chat_rules')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(ruleFromRow);
    },

    async rule(counterId, id) {
      const row = await db
        .selectFrom('chat_rules')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? ruleFromRow(row) : null;
    },

    async saveRule(counterId, id, input) {
      // Without whatever else the object carries, such as the id of the rule it was read from.
      const rule = JSON.stringify(InvitationRuleInput.parse(input));
      const row =
        id === null
          ? await db
              .insertInto('chat_rules')
              .values({ id: randomUUID(), counter_id: counterId, rule, created_at: clock.now() })
              .returningAll()
              .executeTakeFirstOrThrow()
          : await db
              .updateTable('chat_rules')
              .set({ rule })
              .where('counter_id', '=', counterId)
              .where('id', '=', id)
              .returningAll()
              .executeTakeFirst();
      return row ? ruleFromRow(row) : null;
    },

    async deleteRule(counterId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('chat_rules')
        .where('counter_id', '=', counterId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async record(event) {
      await db
        .insertInto('chat_invitation_events')
        .values({
          counter_id: event.counterId,
          rule_id: event.ruleId,
          variant: event.variant,
          control: Number(event.control),
          visitor: event.visitor,
          kind: event.kind,
          day: Math.floor(event.at / DAY_MS),
          at: event.at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async events(counterId, ruleId, from, to) {
      const rows = await db
        .selectFrom('chat_invitation_events')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('rule_id', '=', ruleId)
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at')
        .execute();
      return rows.map(eventFromRow);
    },

    async lastShown(counterId, visitor) {
      const rows = await db
        .selectFrom('chat_invitation_events')
        .select(['rule_id', (column) => column.fn.max('at').as('last')])
        .where('counter_id', '=', counterId)
        .where('visitor', '=', visitor)
        .where('kind', '=', 'shown')
        .groupBy('rule_id')
        .execute();
      return new Map(rows.map((row) => [row.rule_id, row.last]));
    },
  };
}
