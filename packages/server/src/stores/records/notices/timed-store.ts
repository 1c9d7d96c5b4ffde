/** What a counter owns and a clock runs, alerts and schedules: how either is listed, kept and taken when due. */
import { sql, type Insertable, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { Claim } from '../../../kit/outbox/port.ts';
import { claimRows, isFree } from '../outbox.ts';
import { isFull } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';

/** Tables whose rows have these columns in common. */
type TimedTable = 'alerts' | 'schedules';

export interface Timed<Table extends TimedTable, Thing> {
  readonly table: Table;
  /** A counter has so many at the most. */
  readonly most: number;
  readonly fromRow: (row: Selectable<RecordsSchema[Table]>) => Thing;
  readonly columns: (thing: Thing) => Insertable<RecordsSchema[Table]> & Updateable<RecordsSchema[Table]>;
}

const waits = sql<boolean>`enabled = 1`;

/** The part of a store's methods that does not depend on what is timed. */
export function createTimedStore<
  Table extends TimedTable,
  Thing extends { readonly id: string; readonly counterId: number },
>(db: Kysely<RecordsSchema>, { table, most, fromRow, columns }: Timed<Table, Thing>) {
  // Kysely knows no table that is one of two; both have the columns named below.
  const either = table as 'alerts';
  const rowOf = (thing: Thing) => columns(thing) as Insertable<RecordsSchema['alerts']>;
  const thingsOf = (rows: readonly unknown[]): Thing[] =>
    rows.map((row) => fromRow(row as Selectable<RecordsSchema[Table]>));
  return {
    async list(counterId: number): Promise<Thing[]> {
      const rows = await db
        .selectFrom(either)
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return thingsOf(rows);
    },

    /** @returns false where the counter has as many as it may have */
    add: (thing: Thing): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        if (await isFull(trx, { table, owner: 'counter_id' }, thing.counterId, most)) return false;
        await trx.insertInto(either).values(rowOf(thing)).execute();
        return true;
      }),

    /** @returns whether the counter has it */
    async replace(thing: Thing): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable(either)
        .set(rowOf(thing))
        .where('counter_id', '=', thing.counterId)
        .where('id', '=', thing.id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /** @returns the enabled ones that this node may take, the longest due first */
    async due(now: number, limit: number, node: string): Promise<Thing[]> {
      const rows = await db
        .selectFrom(either)
        .selectAll()
        .where(waits)
        .where('next_at', '<=', now)
        .where(isFree(now, node))
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return thingsOf(rows);
    },

    claim: (ids: readonly string[], now: number, claim: Claim): Promise<string[]> =>
      claimRows(db, { table, key: 'id', waits }, ids, now, claim),
  };
}
