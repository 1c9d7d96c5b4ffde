/**
 * Closes days of `visits` that are over for long, so that reports read them without looking for later rows [M77].
 *
 * A day is closed where each of its visits was seen to have one row; older rows of a visit are deleted first, and
 * the days looked at again. A reader takes its parts of the table before it reads which days are closed, so days are
 * closed by a later look than the one that deleted, and reopened before a row comes to one.
 */
import type { ClosedDays } from '../collect/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { Olap } from '../kit/olap.ts';
import { DAY_MS, utcDay } from '../kit/dates/calendar-day.ts';

/** Over `closed_days`. Of rows with one number, as an insert that failed may leave, the one that closes less holds. */
export const FIRST_OPEN_DAY = 'argMax(day, (number, -toInt32(day)))';

/** A visit grows for 48 h and a hit may be 12 h late; whatever comes later still reopens its day. */
const GROWING_DAYS = 4;
/** Of which one look reads the rows. */
const MOST_DAYS = 7;
/** Visits whose older rows one look deletes: they travel in the statement. */
const MOST_OLDER = 5_000;
/** Looks are rare where all is closed, or rows were just deleted. */
const REST_MS = 600_000;
const SECONDS = 60;
const NONE = '1970-01-01';

export function createClosedDays(olap: Pick<Olap, 'query' | 'command'>, clock: Clock): ClosedDays {
  /** The first day that is not closed; null: not read yet. */
  let open: string | null = null;
  let number = 0;
  let restsUntil = 0;

  async function firstOpen(): Promise<string> {
    if (open !== null) return open;
    const [row] = await olap.query<{ top: string; first_open: string }>(
      `SELECT max(number) AS top, ${FIRST_OPEN_DAY} AS first_open FROM closed_days`,
      {},
    );
    number = Number(row?.top ?? 0);
    open = row?.first_open ?? NONE;
    return open;
  }

  async function write(day: string): Promise<void> {
    // Unknown until it is done: what failed may have been stored all the same.
    open = null;
    await olap.command('INSERT INTO closed_days (number, day) SELECT {number:UInt64}, {day:Date}', {
      number: number + 1,
      day,
    });
    number += 1;
    open = day;
  }

  const query = <Row>(sql: string, params: Record<string, unknown>): Promise<Row[]> =>
    olap.query<Row>(sql, params, { timeoutSeconds: SECONDS });

  /** The first day with rows that are not closed. */
  async function oldest(from: string): Promise<string | null> {
    const [row] = await query<{ n: string; day: string }>(
      'SELECT count() AS n, min(opened_on) AS day FROM visits WHERE opened_on >= {from:Date}',
      { from },
    );
    return row === undefined || row.n === '0' ? null : row.day;
  }

  /** Rows that a later one replaces. */
  async function olderRows(from: string, to: string): Promise<Older> {
    const rows = await query<{ counter: number; visit: string; versions: number[] }>(
      `SELECT counter_id AS counter, sipHash64(visit_id) AS visit, groupArray(version) AS versions FROM visits
WHERE opened_on >= {from:Date} AND opened_on < {to:Date}
GROUP BY counter_id, opened_on, visit_id HAVING count() > 1 LIMIT ${MOST_OLDER}
SETTINGS optimize_aggregation_in_order = 1`,
      { from, to },
    );
    const older = rows.flatMap(({ counter, visit, versions }) => {
      const newest = Math.max(...versions);
      return versions
        .filter((version) => version < newest)
        .map((version) => `(${counter}, ${visit}, ${version})`);
    });
    return { none: rows.length === 0, older };
  }

  async function remove(from: string, to: string, older: readonly string[]): Promise<void> {
    // Without waiting: processing goes on, and the next look says whether it was done. The store keeps the text of
    // each change for long: it holds sums of the visits, as erasing a person does.
    await olap.command(
      `ALTER TABLE visits DELETE WHERE opened_on >= '${from}' AND opened_on < '${to}'
AND (counter_id, sipHash64(visit_id), version) IN (${older.slice(0, MOST_OLDER).join(', ')}) SETTINGS mutations_sync = 0`,
    );
  }

  async function isBusy(): Promise<boolean> {
    const [row] = await query<{ n: string }>(
      `SELECT count() AS n FROM system.mutations WHERE database = currentDatabase() AND table = 'visits' AND NOT is_done`,
      {},
    );
    return row?.n !== '0';
  }

  return {
    async reopen(day) {
      if (day < (await firstOpen())) await write(day);
    },

    async close() {
      const now = clock.now();
      if (now < restsUntil) return false;
      restsUntil = now + REST_MS;
      const end = utcDay(now - GROWING_DAYS * DAY_MS);
      const from = await firstOpen();
      if (from >= end) return false;
      const first = await oldest(from);
      if (first === null || first >= end || (await isBusy())) return false;
      const to = min(end, utcDay(Date.parse(first) + MOST_DAYS * DAY_MS));
      const { none, older } = await olderRows(first, to);
      if (!none) {
        if (older.length > 0) await remove(first, to, older);
        return false;
      }
      await write(to);
      restsUntil = to < end ? 0 : restsUntil;
      return to < end;
    },
  };
}

interface Older {
  /** Each visit has one row. */
  readonly none: boolean;
  /** Counter, sum of the visit's id and version, as SQL. Of rows with the same version none is older. */
  readonly older: readonly string[];
}

const min = (one: string, other: string): string => (one < other ? one : other);
