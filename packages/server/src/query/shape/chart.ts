/** From the store's rows to a chart's answer: every interval has a number, or null where there is none [M7]. */
import type { BytimeResponse } from '@goalpost/contract/reports';
import type { RowKey } from '../compile/keys.ts';
import { listOf } from '../compile/scope.ts';
import type { Interval } from '../intervals/intervals.ts';
import type { ReportRequest } from '../parse/request.ts';
import type { Plan } from '../plan/plan.ts';
import { aboutSums } from '../sums/by-sums.ts';
import { commonParts } from './common.ts';
import { echo } from './echo.ts';
import { otherRevenueOf } from './other-revenue.ts';
import {
  idsOf,
  isPart,
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
  const series = (found: readonly StoreRow[], wholes: readonly StoreRow[]): Series => {
    const rowAt = byTime(found);
    const wholeAt = byTime(wholes);
    const columns = intervals.map(({ key }) => {
      const row = rowAt.get(key);
      return row === undefined ? numbersOfNothing(plan, wholeAt.get(key)) : numbersOf(row, plan, 'm');
    });
    return plan.metrics.map((_metric, index) => columns.map((numbers) => numbers[index] ?? null));
  };
  const all = series(totals.filter(isTotal), totals.filter(isWhole));
  const rowsOf = Map.groupBy(rows.filter(isRow), (row) => JSON.stringify(idsOf(row, plan)));
  const isWholeOfRow = plan.dimensions.length > (listOf(plan)?.indexes.length ?? 0) ? isPart : isWhole;
  const wholesOf = Map.groupBy(rows.filter(isWholeOfRow), (row) => othersOf(idsOf(row, plan), plan));
  const dataRow = (ids: RowKey) => ({
    dimensions: labelsOf(ids, plan, words),
    metrics: series(rowsOf.get(JSON.stringify(ids)) ?? [], wholesOf.get(othersOf(ids, plan)) ?? []),
  });
  const hasRows = plan.dimensions.length > 0;
  const data = hasRows ? keys.map(dataRow) : [{ dimensions: [], metrics: all }];
  return {
    query: { ...echo(request, plan), top_keys: request.topKeys },
    data,
    ...commonParts(hasRows ? rowCount : 1, visits, data),
    totals: all,
    ...otherRevenueOf(totals.filter(isTotal), plan),
    ...aboutSums(plan),
    time_intervals: intervals.map(({ from, to }) => [from, to]),
  };
}

/** A row's dimensions without its item of a list: visits that share them are what its rate is of [M6]. */
function othersOf(ids: RowKey, plan: Plan): string {
  const items = listOf(plan)?.indexes ?? [];
  return JSON.stringify(ids.filter((_id, index) => !items.includes(index)));
}

function byTime(rows: readonly StoreRow[]): Map<string, StoreRow> {
  return new Map(rows.map((row) => [String(row['t']), row]));
}
