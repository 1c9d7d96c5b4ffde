/** Which days of counters are read from sums. */
import type { CounterRecord, CounterStore } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import type { Olap } from '../../kit/olap.ts';
import { resolveDay } from '../parse/dates.ts';
import type { ReportRequest } from '../parse/request.ts';
import { run } from '../run.ts';
import { WHOLE } from './kept.ts';
import type { Mark } from './mark.ts';
import { PART } from './sums-sql.ts';
import { DAY_MS, utcDay } from '../../kit/dates/calendar-day.ts';

/** Counters as reports read them. To ask the analytics store costs a small report a tenth of its CPU time. */
export const knowingSums = (
  counters: Pick<CounterStore, 'get'>,
  known: { mayHaveSums(counterId: number): Promise<boolean> },
): Pick<CounterStore, 'get'> => ({
  async get(counterId) {
    const counter = await counters.get(counterId);
    return counter === null ? null : { ...counter, mayHaveSums: await known.mayHaveSums(counterId) };
  },
});

type Row = Omit<Mark, 'counter'> & { readonly counter: number | string };

/** Over both kinds of rows. Nothing is read but a row a day. */
export async function marksOf(
  olap: Pick<Olap, 'query'>,
  counters: readonly number[],
  signal: AbortSignal,
): Promise<readonly Mark[] | Problem> {
  const sql = `SELECT counter_id AS counter, kind, toString(minIf(day, part = '${PART.rows}')) AS since,
  toString(maxIf(day, part = '${PART.until}')) AS until, argMaxIf(value, day, part = '${PART.until}') AS zone
FROM day_sums
WHERE counter_id IN {counters:Array(UInt32)} AND family IN ('${WHOLE}', '${PART.until}')
GROUP BY counter_id, kind
HAVING countIf(part = '${PART.rows}') > 0 AND countIf(part = '${PART.until}') > 0 AND since < until
ORDER BY counter_id, kind`;
  const rows = await run<Row>(olap, { sql, params: { counters } }, signal);
  return isProblem(rows) ? rows : rows.map((row) => ({ ...row, counter: Number(row.counter) }));
}

/** Rows are summed four days after their own at the earliest. */
const LEAST_DAYS = 3;

/** Those that may matter to the period; days of today and just before are none, and nothing is asked. */
export function marksWithin(
  { olap, clock }: { readonly olap: Pick<Olap, 'query'>; readonly clock: Clock },
  request: Pick<ReportRequest, 'date1'>,
  counters: readonly Pick<CounterRecord, 'id' | 'mayHaveSums'>[],
  signal: AbortSignal,
): Promise<readonly Mark[] | Problem> {
  const now = clock.now();
  const from = resolveDay(request.date1, utcDay(now));
  if (Date.parse(from) > now - LEAST_DAYS * DAY_MS) return Promise.resolve([]);
  const ids = counters.filter(({ mayHaveSums = true }) => mayHaveSums).map(({ id }) => id);
  return ids.length === 0 ? Promise.resolve([]) : marksOf(olap, ids, signal);
}
