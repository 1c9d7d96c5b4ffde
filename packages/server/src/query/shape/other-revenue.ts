/**
 * What an answer's money leaves out, by metric: prices in other currencies, of revenue [M32] and of costs [M98]. And
 * by which rates what it holds was converted [M75].
 */
import type { OtherRevenue } from '@goalpost/contract/reports';
import type { RateTable } from '@goalpost/contract/reports/rates';
import { createSums } from '../../kit/sums.ts';
import { convertedColumn, otherCostsColumn, otherRevenueColumn } from '../compile/other-revenue.ts';
import { statedRates } from '../money/rates.ts';
import type { Plan } from '../plan/plan.ts';
import type { StoreRow } from './rows.ts';

interface Others {
  readonly other_revenue?: (OtherRevenue | null)[];
  readonly other_costs?: (OtherRevenue | null)[];
  readonly rates?: RateTable;
}

/** @param totals one row, or one for each interval of a chart */
export function otherRevenueOf(totals: readonly StoreRow[], plan: Plan): Others {
  const { metrics, currency } = plan;
  const named = (kind: 'priced' | 'costed', columnOf: (metric: number) => string) => {
    if (metrics.every(({ definition }) => definition[kind] === undefined)) return null;
    return metrics.map(({ definition, args }, index) => {
      if (definition[kind] === undefined) return null;
      const columns = totals.map((row) => row[columnOf(index)] ?? null);
      return addedUp(columns, args.currency ?? currency);
    });
  };
  const other_revenue = named('priced', otherRevenueColumn);
  const other_costs = named('costed', otherCostsColumn);
  if (other_revenue === null && other_costs === null) return {};
  return {
    ...(other_revenue === null ? {} : { other_revenue }),
    ...(other_costs === null ? {} : { other_costs }),
    ...ratesOf(totals, plan),
  };
}

/** Where something was converted: the currencies of prices, and those that they were converted into. */
function ratesOf(totals: readonly StoreRow[], { metrics, currency, rates, from, to }: Plan) {
  if (rates === null) return {};
  const used = metrics.flatMap(({ args }, index) => {
    const found = totals.flatMap((row) => {
      const column = row[convertedColumn(index)] ?? '';
      return typeof column === 'string' && column !== '' ? (JSON.parse(column) as string[]) : [];
    });
    return found.length === 0 ? [] : [...found, args.currency ?? currency];
  });
  return used.length === 0 ? {} : { rates: statedRates(rates, new Set(used), { from, to }) };
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
