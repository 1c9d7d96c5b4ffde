/** Rows that belong to a counter or an account, so many to each: what their stores have in common. */
import { sql, type Kysely } from 'kysely';
import type { RecordsSchema } from './schema.ts';

export interface Owned {
  readonly table:
    | 'alerts'
    | 'annotations'
    | 'boards'
    | 'channels'
    | 'cost_uploads'
    | 'saved_paths'
    | 'schedules'
    | 'segments'
    | 'shares'
    | 'uploads';
  readonly owner: 'counter_id' | 'owner_id';
}

/** Whether the owner has as many as one may have; to be asked in the transaction that adds one. */
export async function isFull(
  db: Kysely<RecordsSchema>,
  { table, owner }: Owned,
  ownerId: string | number,
  most: number,
): Promise<boolean> {
  const { rows } = await sql<{ count: number | string }>`SELECT count(*) AS count FROM ${sql.table(table)}
    WHERE ${sql.ref(owner)} = ${ownerId}`.execute(db);
  return Number(rows[0]?.count) >= most;
}

/** @returns whether the owner had it */
export async function removeOwned(
  db: Kysely<RecordsSchema>,
  { table, owner }: Owned,
  ownerId: string | number,
  id: string | number,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`DELETE FROM ${sql.table(table)}
    WHERE ${sql.ref(owner)} = ${ownerId} AND id = ${id}`.execute(db);
  return numAffectedRows > 0n;
}
