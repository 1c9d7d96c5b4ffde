/** From the store's rows to a table's answer. */
import type { DataResponse } from '@goalpost/contract/reports';
import type { ReportRequest } from '../parse/request.ts';
import type { Plan } from '../plan/plan.ts';
import { aboutSums } from '../sums/by-sums.ts';
import { commonParts } from './common.ts';
import { echoTable } from './echo.ts';
import { otherRevenueOf } from './other-revenue.ts';
import {
  idsOf,
  isTotal,
  isWhole,
  labelsOf,
  numbersOf,
  numbersOfNothing,
  rowsOfPage,
  type StoreRow,
} from './rows.ts';
import type { Words } from './words.ts';

export function shapeTable(
  rows: readonly StoreRow[],
  request: ReportRequest,
  plan: Plan,
  words: Words,
): DataResponse {
  const total = rows.find(isTotal);
  const nothing = numbersOfNothing(plan, rows.find(isWhole));
  const totals = total === undefined ? nothing : numbersOf(total, plan, 'm');
  const visits = Number(total?.['n'] ?? 0);
  const query = echoTable(request, plan);
  const others = { ...otherRevenueOf(total === undefined ? [] : [total], plan), ...aboutSums(plan) };
  if (plan.dimensions.length === 0) {
    const data = plan.offset === 1 ? [{ dimensions: [], metrics: totals }] : [];
    return { query, data, ...commonParts(1, visits, []), totals, ...others, min: totals, max: totals };
  }
  const count = Number(rows[0]?.['total_rows'] ?? 0);
  const extremes = (prefix: string): (number | null)[] =>
    count === 0 || rows[0] === undefined ? nothing : numbersOf(rows[0], plan, prefix);
  const data = rowsOfPage(rows, plan).map((row) => ({
    dimensions: labelsOf(idsOf(row, plan), plan, words),
    metrics: numbersOf(row, plan, 'm'),
  }));
  return {
    query,
    data,
    ...commonParts(count, visits, data),
    totals,
    ...others,
    min: extremes('min'),
    max: extremes('max'),
  };
}
