/** What the analytics store knows of the installation, and of how far its numbers have come. */
import type { Olap } from '../../kit/olap.ts';

export interface InstallationMark {
  readonly id: string;
  readonly stamp: number;
  readonly goal: number;
  readonly changes: number;
  /** Highest number of a journal segment in the store. */
  readonly segment: number;
}

export interface InstallationOlap {
  /** Null: a store that is new, or of before version 0.2. */
  read(): Promise<InstallationMark | null>;
  write(mark: InstallationMark): Promise<void>;
  /** The highest numbers in rows of segments above this one. */
  numbers(above: number): Promise<{ goal: number; segment: number }>;
  /** Counters that have rows. */
  counters(): Promise<number[]>;
}

export function createInstallationOlap(olap: Pick<Olap, 'query' | 'command'>): InstallationOlap {
  type Numbers = Record<'top_goal' | 'top_segment', string>;
  const one = (rows: Numbers[]) => ({
    goal: Number(rows[0]?.top_goal ?? 0),
    segment: Number(rows[0]?.top_segment ?? 0),
  });
  return {
    async read() {
      const [row] = await olap.query<Record<keyof InstallationMark, string>>(
        'SELECT id, stamp, goal, changes, segment FROM installation ORDER BY stamp DESC LIMIT 1',
        {},
      );
      if (row === undefined) return null;
      const { id, stamp, goal, changes, segment } = row;
      return {
        id,
        stamp: Number(stamp),
        goal: Number(goal),
        changes: Number(changes),
        segment: Number(segment),
      };
    },

    write: ({ id, stamp, goal, changes, segment }) =>
      olap.command(
        `INSERT INTO installation (id, stamp, goal, changes, segment)
         SELECT {id:String}, {stamp:UInt64}, {goal:UInt64}, {changes:UInt64}, {segment:UInt64}`,
        { id, stamp, goal, changes, segment },
      ),

    async numbers(above) {
      const asked = (table: string) =>
        olap.query<Numbers>(
          `SELECT max(arrayMax(goal_ids)) AS top_goal, max(segment) AS top_segment FROM ${table}
           WHERE segment > {above:UInt64} OR {above:UInt64} = 0`,
          { above },
        );
      const found = [one(await asked('hits')), one(await asked('visits'))];
      return {
        goal: Math.max(...found.map(({ goal }) => goal)),
        segment: Math.max(...found.map(({ segment }) => segment)),
      };
    },

    async counters() {
      const rows = await olap.query<{ id: number }>(
        'SELECT DISTINCT counter_id AS id FROM (SELECT counter_id FROM hits UNION ALL SELECT counter_id FROM visits)',
        {},
      );
      return rows.map(({ id }) => Number(id));
    },
  };
}
