/** What is remembered of operators over restarts, in the records store. */
import type { Kysely } from 'kysely';
import type { OperatorBook } from '../../../chat/port.ts';
import type { RecordsSchema } from '../schema.ts';

export function createOperatorBook(db: Kysely<RecordsSchema>): OperatorBook {
  return {
    async remembered() {
      const rows = await db
        .selectFrom('chat_operators')
        .selectAll()
        .where((where) => where.or([where('away', '=', 1), where('connected', '=', 1)]))
        .orderBy('account_id')
        .execute();
      return rows.map((row) => ({
        accountId: row.account_id,
        away: row.away === 1,
        connected: row.connected === 1,
      }));
    },

    async save(states) {
      if (states.length === 0) return;
      await db
        .insertInto('chat_operators')
        .values(
          states.map(({ accountId, away, connected }) => ({
            account_id: accountId,
            away: Number(away),
            connected: Number(connected),
          })),
        )
        .onConflict((conflict) =>
          conflict.column('account_id').doUpdateSet((row) => ({
            away: row.ref('excluded.away'),
            connected: row.ref('excluded.connected'),
          })),
        )
        .execute();
    },
  };
}
