/** What tables of uploads have in common: a file is one upload, finished or not, so many to a counter. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Records } from '../open.ts';
import { isFull, removeOwned, type Owned } from '../owned.ts';
import type { RecordsSchema } from '../schema.ts';

type Value = string | number;

export interface UploadRow {
  readonly id: number;
  readonly digest: string;
  /** 1: all that it tells of is stored. */
  readonly is_done: number;
}

export interface UploadLimits {
  readonly most: number;
  /** Since that moment, in milliseconds since the epoch. */
  readonly mostSince: number;
  readonly since: number;
}

export interface UploadTable {
  readonly name: Owned['table'];
  /** Of locks in PostgreSQL; the other half of their name is the counter. */
  readonly lock: number;
  /** The newest one is looked for among those that have the same in this column. */
  readonly kind?: string;
}

export function createUploadTable<Row extends UploadRow>(
  { db, dialect }: Pick<Records, 'db' | 'dialect'>,
  { name, lock, kind }: UploadTable,
) {
  const table = sql.table(name);
  const owned: Owned = { table: name, owner: 'counter_id' };
  const ofKind = (value: Value | null): RawBuilder<unknown> =>
    kind === undefined || value === null ? sql`` : sql`AND ${sql.ref(kind)} = ${value}`;

  /** Until the transaction ends, others wait; in SQLite one alone may write anyway. */
  const alone = async (trx: Kysely<RecordsSchema>, counterId: number): Promise<void> => {
    if (dialect === 'postgres')
      await sql`SELECT pg_advisory_xact_lock(${lock}::int, ${counterId}::int)`.execute(trx);
  };

  async function countOf(
    from: Kysely<RecordsSchema>,
    counterId: number,
    about: RawBuilder<unknown>,
  ): Promise<number> {
    const { rows } = await sql<{ count: number | string }>`SELECT count(*) AS count FROM ${table}
      WHERE counter_id = ${counterId} ${about}`.execute(from);
    return Number(rows[0]?.count);
  }

  return {
    /** The newest one where that is of the same file; else a new one. @param values beside counter and state */
    add: (counterId: number, values: Readonly<Record<string, Value>>, limits: UploadLimits) =>
      db.transaction().execute(async (trx): Promise<Row | 'limit_exceeded' | 'too_fast'> => {
        await alone(trx, counterId);
        const same = ofKind(kind === undefined ? null : (values[kind] ?? null));
        const { rows: newest } = await sql<Row>`SELECT * FROM ${table}
          WHERE counter_id = ${counterId} ${same} ORDER BY id DESC LIMIT 1`.execute(trx);
        if (newest[0] !== undefined && newest[0].digest === values['digest']) return newest[0];
        if (await isFull(trx, owned, counterId, limits.most)) return 'limit_exceeded';
        if ((await countOf(trx, counterId, sql`AND created_at > ${limits.since}`)) >= limits.mostSince)
          return 'too_fast';
        const all = { ...values, counter_id: counterId, is_done: 0 };
        const { rows } = await sql<Row>`INSERT INTO ${table}
          (${sql.join(Object.keys(all).map((column) => sql.ref(column)))})
          VALUES (${sql.join(Object.values(all))}) RETURNING *`.execute(trx);
        const [made] = rows;
        if (made === undefined) throw new Error(`${name}: the store gave no row back`);
        return made;
      }),

    /** @returns false where it was removed, or is leaving */
    async done(id: number, values: Readonly<Record<string, Value>> = {}): Promise<boolean> {
      const set = Object.entries({ ...values, is_done: 1 }).map(
        ([column, value]) => sql`${sql.ref(column)} = ${value}`,
      );
      const { numAffectedRows = 0n } = await sql`UPDATE ${table} SET ${sql.join(set)}
        WHERE id = ${id} AND digest != ''`.execute(db);
      return numAffectedRows > 0n;
    },

    async leaving(counterId: number, id: number): Promise<void> {
      await sql`UPDATE ${table} SET is_done = 0, digest = ''
        WHERE counter_id = ${counterId} AND id = ${id}`.execute(db);
    },

    /** Newest first. @param of what the column of kinds says; null: all */
    async list(counterId: number, offset: number, limit: number, of: Value | null = null) {
      const { rows } = await sql<Row>`SELECT * FROM ${table} WHERE counter_id = ${counterId} ${ofKind(of)}
        ORDER BY id DESC LIMIT ${limit} OFFSET ${offset}`.execute(db);
      return { rows, total: await countOf(db, counterId, ofKind(of)) };
    },

    async get(counterId: number, id: number): Promise<Row | null> {
      const { rows } = await sql<Row>`SELECT * FROM ${table}
        WHERE counter_id = ${counterId} AND id = ${id}`.execute(db);
      return rows[0] ?? null;
    },

    async remove(counterId: number, id: number): Promise<void> {
      await removeOwned(db, owned, counterId, id);
    },
  };
}
