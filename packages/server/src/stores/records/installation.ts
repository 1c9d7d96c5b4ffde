/** What the records store knows of the installation, and of how far its numbers have come. */
import { sql } from 'kysely';
import type { Records } from './open.ts';

export interface InstallationRow {
  readonly id: string;
  /** Rises each time that the stores are told of each other. */
  readonly stamp: number;
  /** The last one that the analytics store is known to have. */
  readonly confirmed: number;
}

export interface InstallationRecords {
  /** Null: a store that is new, or of before version 0.2. */
  read(): Promise<InstallationRow | null>;
  write(row: InstallationRow): Promise<void>;
  /** The highest goal number that was ever given, and how many changes all counters have seen. */
  numbers(): Promise<{ goal: number; changes: number }>;
  counters(): Promise<ReadonlySet<number>>;
  /** With those that were purged, or are another installation's: the records know of them. */
  everKnown(): Promise<ReadonlySet<number>>;
  /** Numbers of goals go on above this one. */
  raiseGoal(goal: number): Promise<void>;
  /** No counter is ever made with one of these. */
  retire(counters: readonly number[]): Promise<void>;
}

export function createInstallationRecords({ db, dialect }: Records): InstallationRecords {
  async function highestGoal(): Promise<number> {
    const asked =
      dialect === 'sqlite'
        ? sql<{ goal: number }>`SELECT seq AS goal FROM sqlite_sequence WHERE name = 'goals'`
        : sql<{ goal: number }>`SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS goal
            FROM ${sql.raw(await sequence())}`;
    const { rows } = await asked.execute(db);
    return Number(rows[0]?.goal ?? 0);
  }

  async function sequence(): Promise<string> {
    const { rows } = await sql<{
      name: string;
    }>`SELECT pg_get_serial_sequence('goals', 'id') AS name`.execute(db);
    return rows[0]?.name ?? 'goals_id_seq';
  }

  return {
    async read() {
      return (await db.selectFrom('installation').selectAll().executeTakeFirst()) ?? null;
    },

    write: (row) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('installation').execute();
        await trx.insertInto('installation').values(row).execute();
      }),

    async numbers() {
      // In one question: a purge moves a counter from the one to the other.
      const { rows } = await sql<{ changes: number }>`SELECT
        coalesce((SELECT sum(revision) FROM counters), 0)
        + coalesce((SELECT sum(revision) FROM retired_counters), 0) AS changes`.execute(db);
      return { goal: await highestGoal(), changes: Number(rows[0]?.changes ?? 0) };
    },

    async counters() {
      const rows = await db.selectFrom('counters').select('id').execute();
      return new Set(rows.map(({ id }) => id));
    },

    async everKnown() {
      const retired = db.selectFrom('retired_counters').select('id');
      const rows = await db.selectFrom('counters').select('id').union(retired).execute();
      return new Set(rows.map(({ id }) => id));
    },

    async raiseGoal(goal) {
      if (goal <= (await highestGoal())) return;
      if (dialect === 'sqlite')
        await sql`UPDATE sqlite_sequence SET seq = ${goal} WHERE name = 'goals'`.execute(db);
      else await sql`SELECT setval(pg_get_serial_sequence('goals', 'id'), ${goal})`.execute(db);
    },

    async retire(counters) {
      for (const id of counters)
        await db
          .insertInto('retired_counters')
          .values({ id })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
    },
  };
}
