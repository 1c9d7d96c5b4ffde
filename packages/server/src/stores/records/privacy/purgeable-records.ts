/** Everything that a counter has in the records store, in whatever tables there are [P19]. */
import { sql, type Kysely } from 'kysely';
import type { PurgeableRows } from '../../../privacy/index.ts';
import type { RecordsSchema } from '../schema.ts';
import { asksOf, widgetsIn } from './board-widgets.ts';

/** The trace of who deleted it, and what is under way. */
const STAYS: readonly string[] = ['audit', 'retention_runs'];
const AT_ONCE = 200;

/** Children go with their conversation; the counter's own row has gone before. */
export function createPurgeableRecords(
  db: Kysely<RecordsSchema>,
  removeFile: (id: string) => Promise<void>,
): PurgeableRows {
  async function removeFiles(counterId: number): Promise<void> {
    for (;;) {
      const files = await db
        .selectFrom('chat_files')
        .select('id')
        .where('counter_id', '=', counterId)
        .limit(AT_ONCE)
        .execute();
      if (files.length === 0) return;
      for (const { id } of files) await removeFile(id);
      await db
        .deleteFrom('chat_files')
        .where(
          'id',
          'in',
          files.map(({ id }) => id),
        )
        .execute();
    }
  }

  /** Boards that show several counters keep what asks of the others. */
  async function removeWidgets(counterId: number): Promise<void> {
    const isOfCounter = asksOf(counterId);
    for (const { id, widgets } of await db.selectFrom('boards').select(['id', 'widgets']).execute()) {
      const all = widgetsIn(widgets);
      const left = all.filter((one) => !isOfCounter(one));
      if (left.length < all.length)
        await db
          .updateTable('boards')
          .set({ widgets: JSON.stringify(left) })
          .where('id', '=', id)
          .where('widgets', '=', widgets)
          .execute();
    }
  }

  /** A token for this counter alone is for none then: the number is out of its list, and the list stays. */
  async function removeFromTokens(counterId: number): Promise<void> {
    const rows = await db
      .selectFrom('tokens')
      .select(['id', 'counters'])
      .where('counters', 'like', `%${counterId}%`)
      .execute();
    for (const { id, counters } of rows) {
      const all = JSON.parse(counters ?? '[]') as number[];
      const left = all.filter((number) => number !== counterId);
      if (left.length < all.length)
        await db
          .updateTable('tokens')
          .set({ counters: JSON.stringify(left) })
          .where('id', '=', id)
          .execute();
    }
  }

  return {
    async purge(counterId) {
      await removeFiles(counterId);
      await removeWidgets(counterId);
      await removeFromTokens(counterId);
      const tables = await db.introspection.getTables();
      for (const { name, columns } of tables) {
        if (STAYS.includes(name) || !columns.some((column) => column.name === 'counter_id')) continue;
        await sql`DELETE FROM ${sql.table(name)} WHERE counter_id = ${counterId}`.execute(db);
      }
    },
  };
}
