/** Sums days before their rows go [P43]: each once, whatever is interrupted. */
import type { Olap, SqlParams } from '../../kit/olap.ts';
import { addDays } from '../parse/dates.ts';
import { familiesOf, SUMMED } from './kept.ts';
import type { SummedKind } from './mark.ts';
import { countsSql, markSql, PART, pricesSql } from './sums-sql.ts';
import { utcDay } from '../../kit/dates/calendar-day.ts';

/** What of a counter decides how its days are summed. */
export interface SummedCounter {
  readonly id: number;
  /** As the store calls it. */
  readonly zone: string;
  /** Numbers of goals that are not deleted, and the favourite ones of them. */
  readonly goals: readonly number[];
  readonly favorites: readonly number[];
}

/** Rows of days before this one have sums, and may go. */
export interface SummedUntil {
  readonly zone: string;
  readonly until: string;
}

export interface DaySums {
  /** How many days with rows there are before the moment. @param before in milliseconds */
  days(counter: SummedCounter, kind: SummedKind, before: number): Promise<number>;
  /**
   * Done twice, it does nothing more; by two at once, it would.
   * @param hold before each statement: it rejects where another node is at it
   */
  sum(
    counter: SummedCounter,
    kind: SummedKind,
    before: number,
    hold?: () => Promise<void>,
  ): Promise<SummedUntil>;
}

const PATIENT = { timeoutSeconds: 600 };
const FIRST_DAY = '1970-01-01';

/** Rows by dimensions that one statement groups by their visitors: some hundred megabytes. */
const MOST_GROUPED = 2_000_000;

export function createDaySums(
  olap: Pick<Olap, 'query' | 'command'>,
  mostGrouped: number = MOST_GROUPED,
): DaySums {
  async function markOf(counter: number, kind: SummedKind): Promise<SummedUntil | null> {
    const [row] = await olap.query<SummedUntil & { n: string }>(
      `SELECT count() AS n, argMax(value, day) AS zone, toString(max(day)) AS until FROM day_sums
WHERE counter_id = {counter:UInt32} AND kind = {kind:String} AND family = '${PART.until}'`,
      { counter, kind },
    );
    return row === undefined || row.n === '0' ? null : { zone: row.zone, until: row.until };
  }

  async function daysWith(
    counter: number,
    kind: SummedKind,
    { zone, from, until }: SummedUntil & { readonly from: string },
  ): Promise<{ readonly day: string; readonly rows: number }[]> {
    const { time, day } = SUMMED[kind].scope;
    const local = `toDate(${time}, {zone:String})`;
    const rows = await olap.query<{ local_day: string; n: string }>(
      `SELECT toString(${local}) AS local_day, count() AS n FROM ${kind}
WHERE counter_id = {counter:UInt32}
  AND ${day.column} BETWEEN {first:Date} AND {until:Date} + ${day.margin}
  AND ${local} >= {from:Date} AND ${local} < {until:Date}
GROUP BY local_day ORDER BY local_day`,
      { counter, zone, from, until, first: addDays(from, -day.margin) },
      PATIENT,
    );
    return rows.map((row) => ({ day: row.local_day, rows: Number(row.n) }));
  }

  /** What a kill left of days that no mark says are summed. */
  async function removeHalf(counter: number, kind: SummedKind, from: string): Promise<void> {
    const half = `counter_id = ${Number(counter)} AND kind = '${kind}' AND part != '${PART.until}' AND day >= '${from}'`;
    const [row] = await olap.query<{ n: string }>(`SELECT count() AS n FROM day_sums WHERE ${half}`, {});
    if (row?.n !== '0')
      await olap.command(`ALTER TABLE day_sums DELETE WHERE ${half} SETTINGS mutations_sync = 2`);
  }

  return {
    async days(counter, kind, before) {
      const mark = await markOf(counter.id, kind);
      const zone = mark?.zone ?? counter.zone;
      const days = await daysWith(counter.id, kind, {
        zone,
        from: mark?.until ?? FIRST_DAY,
        until: utcDay(before),
      });
      return days.length;
    },

    async sum(counter, kind, before, hold = () => Promise.resolve()) {
      const command = async (sql: string, params: SqlParams): Promise<void> => {
        await hold();
        await olap.command(sql, params);
      };
      await hold();
      const mark = await markOf(counter.id, kind);
      // Days keep beginning where the first of them did, also where the counter has moved since.
      const zone = mark?.zone ?? counter.zone;
      const until = utcDay(before);
      if (mark !== null && mark.until >= until) return mark;
      const from = mark?.until ?? FIRST_DAY;
      await removeHalf(counter.id, kind, from);
      const families = familiesOf(kind).length;
      const { goals, favorites } = counter;
      for (const { day, rows } of await daysWith(counter.id, kind, { zone, from, until })) {
        const params = { counter: counter.id, zone, day };
        const atOnce = Math.max(1, Math.floor(mostGrouped / rows));
        for (let first = 0; first <= families; first += atOnce)
          await command(countsSql(kind, first, first + atOnce), { ...params, goals, favorites });
        if (kind === 'visits') await command(pricesSql(kind), params);
      }
      await command(markSql(kind), { counter: counter.id, zone, day: until });
      return { zone, until };
    },
  };
}
