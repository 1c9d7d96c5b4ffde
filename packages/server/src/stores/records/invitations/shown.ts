/** What became of the invitations that rules showed to one visitor. */
import type { Kysely } from 'kysely';
import type { ShownInvitation, ShownInvitations } from '../../../chat/port.ts';
import { readRule } from '../chat/columns.ts';
import type { RecordsSchema } from '../schema.ts';

export function createShownInvitations(db: Kysely<RecordsSchema>): ShownInvitations {
  return {
    async ofVisitor(counterId, visitor, limit) {
      const rows = await db
        .selectFrom('chat_invitation_events as event')
        .leftJoin('chat_rules as rule', (join) =>
          join.onRef('rule.id', '=', 'event.rule_id').onRef('rule.counter_id', '=', 'event.counter_id'),
        )
        .select(['event.at', 'event.kind', 'rule.rule'])
        .where('event.counter_id', '=', counterId)
        .where('event.visitor', '=', visitor)
        // No visitor of the control group was shown anything [C43].
        .where('event.control', '=', 0)
        .orderBy('event.at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ at, kind, rule }) => ({
        at,
        what: kind as ShownInvitation['what'],
        rule: rule === null ? '' : readRule(rule).name,
      }));
    },
  };
}
