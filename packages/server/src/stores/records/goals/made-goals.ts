/** When goals made themselves. */
import type { Kysely } from 'kysely';
import type { MadeGoals } from '../../../alerts/index.ts';
import type { RecordsSchema } from '../schema.ts';

/** More in one look are told of by the next ones. */
const MOST = 200;

export function createMadeGoals(db: Kysely<RecordsSchema>): MadeGoals {
  return {
    async since(counterId, from) {
      const rows = await db
        .selectFrom('goals')
        .select(['id', 'created_at'])
        .where('counter_id', '=', counterId)
        .where('auto_entry', 'is not', null)
        .where('created_at', '>=', from)
        .orderBy('created_at')
        .orderBy('id')
        .limit(MOST)
        .execute();
      return rows.map(({ id, created_at: at }) => ({ id, at: Number(at) }));
    },
  };
}
