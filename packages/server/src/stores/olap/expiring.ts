/** Old rows of the analytics store: counted, and removed month by month, by partition where that is possible [P16]. */
import type { Olap } from '../../kit/olap.ts';
import type { Expired, ExpiringRows, PurgeableRows, SummedUntil } from '../../privacy/index.ts';
import { utcDay } from '../../kit/dates/calendar-day.ts';

interface Aged {
  readonly table: 'hits' | 'visits' | 'pasts' | 'calls' | 'reaches' | 'conversations' | 'costs';
  /** Its day of UTC. */
  readonly day: string;
  /** Its partition; null: the table has one alone. */
  readonly month: string | null;
  readonly count: string;
  /** When a row began, where its days are summed: it goes when its own day has sums. */
  readonly time?: string;
}

const HITS: readonly Aged[] = [
  { table: 'hits', day: 'toDate(at)', month: 'toYYYYMM(at)', count: 'count()', time: 'at' },
];
const PASTS: Aged = { table: 'pasts', day: 'opened_on', month: null, count: 'count()' };
const VISITS: readonly Aged[] = [
  {
    table: 'visits',
    day: 'opened_on',
    month: 'toYYYYMM(opened_on)',
    count: 'uniqExact(visit_id)',
    time: 'started_at',
  },
  { table: 'calls', day: 'toDate(at)', month: null, count: 'count()' },
  { table: 'reaches', day: 'toDate(at)', month: null, count: 'count()' },
  { table: 'conversations', day: 'toDate(at)', month: null, count: 'count()' },
  // Without the visits that it brought, what was spent would be a loss.
  { table: 'costs', day: 'day', month: null, count: 'count()' },
];
const SECONDS = 600;

type Store = Pick<Olap, 'command' | 'query'>;

export const createExpiringHits = (olap: Store): { hits: ExpiringRows; visits: ExpiringRows } => ({
  hits: rowsOf(olap, HITS),
  visits: rowsOf(olap, VISITS),
});

function rowsOf(olap: Store, tables: readonly Aged[]): ExpiringRows {
  return {
    async count(counterId, before) {
      const counts = await Promise.all(tables.map((aged) => countOf(olap, aged, counterId, before)));
      const oldest = counts.flatMap((count) => (count.oldest === null ? [] : [count.oldest]));
      return {
        rows: counts.reduce((sum, count) => sum + count.rows, 0),
        oldest: oldest.length === 0 ? null : Math.min(...oldest),
      };
    },
    async remove(counterId, before, summed) {
      for (const aged of tables) await removeFrom(olap, aged, { counterId, before, summed });
      // They are visits, which are counted once.
      if (tables === VISITS) await removeFrom(olap, PASTS, { counterId, before });
    },
  };
}

async function countOf(olap: Store, aged: Aged, counterId: number, before: number): Promise<Expired> {
  const [row] = await olap.query<{ n: string; oldest: number }>(
    `SELECT toString(${aged.count}) AS n, toUInt32(toUnixTimestamp(toDateTime(min(${aged.day}), 'UTC'))) AS oldest
FROM ${aged.table} WHERE counter_id = {counter:UInt32} AND ${aged.day} < {before:Date}`,
    { counter: counterId, before: utcDay(before) },
    { timeoutSeconds: SECONDS },
  );
  const rows = Number(row?.n ?? 0);
  return { rows, oldest: rows === 0 ? null : Number(row?.oldest) * 1_000 };
}

interface Removal {
  readonly counterId: number;
  readonly before: number;
  readonly summed?: SummedUntil | undefined;
}

async function removeFrom(olap: Store, aged: Aged, { counterId, before, summed }: Removal): Promise<void> {
  const { table, day, month, time } = aged;
  const ofDays = `counter_id = ${Number(counterId)} AND ${day} < '${utcDay(before)}'`;
  const old = summed === undefined || time === undefined ? ofDays : `${ofDays} AND ${isSummed(time, summed)}`;
  const change = (what: string) => olap.command(`ALTER TABLE ${table} ${what} SETTINGS mutations_sync = 2`);
  if (month === null) {
    if ((await countOf(olap, aged, counterId, before)).rows > 0) await change(`DELETE WHERE ${old}`);
    return;
  }
  for (const one of await monthsWith(olap, { table, month, old })) {
    // A month that is over for long, and has nothing else, goes at once; of others only the rows.
    const isWhole = one.others === '0' && one.month < monthOf(before);
    await change(isWhole ? `DROP PARTITION ${one.month}` : `DELETE IN PARTITION ${one.month} WHERE ${old}`);
  }
}

/** A zone comes from our own rows; it stands in the text, as changes bind nothing. */
function isSummed(time: string, { zone, until }: SummedUntil): string {
  if (!/^[\w+\-/:]+$/.test(zone)) throw new Error(`no zone: ${zone}`);
  return `toDate(${time}, '${zone}') < '${until}'`;
}

/** Months that hold old rows of the counter, the oldest first. */
function monthsWith(
  olap: Store,
  { table, month, old }: { readonly table: string; readonly month: string; readonly old: string },
): Promise<{ month: number; others: string }[]> {
  return olap.query(
    `SELECT toUInt32(${month}) AS month, toString(countIf(NOT (${old}))) AS others
FROM ${table} GROUP BY month HAVING countIf(${old}) > 0 ORDER BY month`,
    {},
    { timeoutSeconds: SECONDS },
  );
}

/** A late hit of another counter may still come into the month before. */
const LATE_MS = 3 * 86_400_000;
const monthOf = (at: number): number => {
  const day = new Date(at - LATE_MS);
  return day.getUTCFullYear() * 100 + day.getUTCMonth() + 1;
};

/** Whatever tables name a counter. */
export function createPurgeableHits(olap: Store): PurgeableRows {
  return {
    async purge(counterId) {
      const tables = await olap.query<{ named: string }>(
        `SELECT table AS named FROM system.columns
WHERE database = currentDatabase() AND name = 'counter_id' AND default_kind = ''
  AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine NOT LIKE '%View')
ORDER BY table`,
        {},
      );
      for (const { named } of tables)
        await olap.command(
          `ALTER TABLE ${named} DELETE WHERE counter_id = ${Number(counterId)} SETTINGS mutations_sync = 2`,
        );
    },
  };
}
