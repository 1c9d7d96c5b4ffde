/** What an answer's revenue leaves out, by metric: prices in other currencies than the one asked for [M32]. */
import type { OtherRevenue } from '@goalpost/contract/reports';
import { createSums } from '../../kit/sums.ts';
import { otherRevenueColumn } from '../compile/other-revenue.ts';
import type { Plan } from '../plan/plan.ts';
import type { StoreRow } from './rows.ts';

/** @param totals one row, or one for each interval of a chart */
export function otherRevenueOf(
  totals: readonly StoreRow[],
  { metrics, currency }: Plan,
): { readonly other_revenue?: (OtherRevenue | null)[] } {
  if (metrics.every(({ definition }) => definition.priced === undefined)) return {};
  const other_revenue = metrics.map(({ definition, args }, index) => {
    if (definition.priced === undefined) return null;
    const columns = totals.map((row) => row[otherRevenueColumn(index)] ?? null);
    return addedUp(columns, args.currency ?? currency);
  });
  return { other_revenue };
}

function addedUp(columns: readonly StoreRow[string][], own: string): OtherRevenue {
  const sums = createSums();
  for (const column of columns) {
    for (const [currency, millionths] of readColumn(column)) sums.add(currency, BigInt(millionths));
  }
  return sums.others(own);
}

function readColumn(column: StoreRow[string] | undefined): [string, string][] {
  // A side of a comparison that has no rows gives an empty text.
  if (typeof column !== 'string' || column === '') return [];
  const [currencies, millionths] = JSON.parse(column) as [string[], string[]];
  return currencies.map((currency, index) => [currency, millionths[index] ?? '0']);
}
