/** From the store's rows to a chart's answer: every interval has a number, or null where there is none [M7]. */
import type { BytimeResponse } from '@goalpost/contract';
import type { RowKey } from '../compile/chart.ts';
import type { Interval } from '../intervals/intervals.ts';
import type { ReportRequest } from '../parse/request.ts';
import type { Plan } from '../plan/plan.ts';
import { commonParts } from './common.ts';
import { echo } from './echo.ts';
import {
  idsOf,
  isRow,
  isTotal,
  isWhole,
  labelsOf,
  numbersOf,
  numbersOfNothing,
  type StoreRow,
} from './rows.ts';
import type { Words } from './words.ts';

type Series = (number | null)[][];

export interface ChartAnswers {
  readonly keys: readonly RowKey[];
  /** Rows in the whole result, of which `keys` are a part. */
  readonly rowCount: number;
  readonly visits: number;
  readonly rows: readonly StoreRow[];
  readonly totals: readonly StoreRow[];
}

export function shapeChart(
  { keys, rowCount, visits, rows, totals }: ChartAnswers,
  intervals: readonly Interval[],
  request: ReportRequest,
  plan: Plan,
  words: Words,
): BytimeResponse {
  const wholes = byTime(totals.filter(isWhole));
  const nothing = (interval: Interval): (number | null)[] => numbersOfNothing(plan, wholes.get(interval.key));
  const series = (
    found: ReadonlyMap<string, StoreRow>,
    empty: (interval: Interval) => (number | null)[],
  ): Series => {
    const columns = intervals.map((interval) => {
      const row = found.get(interval.key);
      return row === undefined ? empty(interval) : numbersOf(row, plan, 'm');
    });
    return plan.metrics.map((_metric, index) => columns.map((numbers) => numbers[index] ?? null));
  };
  const all = series(byTime(totals.filter(isTotal)), nothing);
  const grouped = Map.groupBy(rows.filter(isRow), (row) => JSON.stringify(idsOf(row, plan)));
  return {
    query: { ...echo(request, plan), top_keys: request.topKeys },
    data:
      plan.dimensions.length === 0
        ? [{ dimensions: [], metrics: all }]
        : keys.map((ids) => ({
            dimensions: labelsOf(ids, plan, words),
            metrics: series(byTime(grouped.get(JSON.stringify(ids)) ?? []), nothing),
          })),
    ...commonParts(plan.dimensions.length === 0 ? 1 : rowCount, visits),
    totals: all,
    time_intervals: intervals.map(({ from, to }) => [from, to]),
  };
}

function byTime(rows: readonly StoreRow[]): Map<string, StoreRow> {
  return new Map(rows.map((row) => [String(row['t']), row]));
}
