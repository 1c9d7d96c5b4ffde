/** From the store's rows to a comparison's answer [M62]. */
import type { ComparisonDrilldownResponse, ComparisonResponse } from '@goalpost/contract/reports';
import { SIDES, type Sides } from '../compile/comparison.ts';
import { otherColumnsOf } from '../compile/other-revenue.ts';
import type { ReportRequest } from '../parse/request.ts';
import { commonParts } from './common.ts';
import { lastOf } from './drilldown.ts';
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

type Side = (typeof SIDES)[number];
type Requests = Readonly<Record<Side, ReportRequest>>;

export function shapeComparison(
  rows: readonly StoreRow[],
  requests: Requests,
  sides: Sides,
  words: Words,
): ComparisonResponse {
  const { a: plan } = sides;
  const total = rows.find(isTotal);
  const whole = rows.find(isWhole);
  const totalsOf = (side: Side): (number | null)[] => {
    const there = (row: StoreRow | undefined): boolean => Number(row?.[`in_${side}`] ?? 0) > 0;
    if (total !== undefined && there(total)) return numbersOf(total, plan, side);
    return numbersOfNothing(plan, whole !== undefined && there(whole) ? { n: 1 } : undefined);
  };
  const totals = { a: totalsOf('a'), b: totalsOf('b') };
  const hasRows = plan.dimensions.length > 0;
  const data = hasRows
    ? rowsOfPage(rows, plan).map((row) => ({
        dimensions: labelsOf(idsOf(row, plan), plan, words),
        metrics: { a: numbersOf(row, plan, 'a'), b: numbersOf(row, plan, 'b') },
      }))
    : plan.offset === 1
      ? [{ dimensions: [], metrics: totals }]
      : [];
  const count = hasRows ? Number(rows[0]?.['total_rows'] ?? 0) : 1;
  const visits = SIDES.reduce((sum, side) => sum + Number(total?.[`n_${side}`] ?? 0), 0);
  return {
    query: echoSides(requests, sides),
    data,
    ...commonParts(count, visits, data),
    totals,
    ...othersOf(total, sides),
    ...sumsOf(sides),
  };
}

/** @param depth how many dimensions the whole question has */
export function shapeComparisonDrilldown(
  { data, query, ...rest }: ComparisonResponse,
  { a: plan }: Sides,
  depth: number,
): ComparisonDrilldownResponse {
  return {
    query: { ...query, parent_id: plan.opened },
    ...rest,
    data: data.map(({ dimensions, metrics }) => ({
      dimension: lastOf(dimensions),
      metrics,
      expand: plan.dimensions.length < depth,
    })),
  };
}

function echoSides(requests: Requests, sides: Sides): Record<string, unknown> {
  const { date1: _date1, date2: _date2, ...query } = echoTable(requests.a, sides.a);
  const { filters_b, segment_b } = echoTable(requests.b, sides.b);
  return {
    ...query,
    ...(filters_b === undefined ? {} : { filters_b }),
    ...(segment_b === undefined ? {} : { segment_b }),
    ...Object.fromEntries(
      SIDES.flatMap((side): [string, string][] => [
        [`date1_${side}`, sides[side].from],
        [`date2_${side}`, sides[side].to],
      ]),
    ),
  };
}

function sumsOf({ a, b }: Sides): Pick<ComparisonResponse, 'sums'> {
  return a.sums === null && b.sums === null
    ? {}
    : { sums: { a: a.sums ?? undefined, b: b.sums ?? undefined } };
}

function othersOf(
  total: StoreRow | undefined,
  sides: Sides,
): Pick<ComparisonResponse, 'other_revenue' | 'other_costs' | 'rates'> {
  const { a: plan } = sides;
  const of = (side: Side) => {
    const columns = plan.metrics.flatMap((_metric, index) => otherColumnsOf(plan, index));
    const row = Object.fromEntries(columns.map((column) => [column, total?.[`${side}_${column}`] ?? null]));
    return otherRevenueOf(total === undefined ? [] : [row], sides[side]);
  };
  const [a, b] = [of('a'), of('b')];
  return {
    ...(a.other_revenue === undefined ? {} : { other_revenue: { a: a.other_revenue, b: b.other_revenue } }),
    ...(a.other_costs === undefined ? {} : { other_costs: { a: a.other_costs, b: b.other_costs } }),
    ...(a.rates === undefined && b.rates === undefined ? {} : { rates: { a: a.rates, b: b.rates } }),
  };
}
