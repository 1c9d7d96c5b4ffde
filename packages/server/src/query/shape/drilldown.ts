/** One level of a drill-down [M61]: rows by the dimension behind those that are opened. */
import type { DimensionValue, DrilldownResponse } from '@goalpost/contract/reports';
import type { ReportRequest } from '../parse/request.ts';
import type { Plan } from '../plan/plan.ts';
import type { StoreRow } from './rows.ts';
import { shapeTable } from './table.ts';
import type { Words } from './words.ts';

/** @param depth how many dimensions the whole question has */
export function shapeDrilldown(
  rows: readonly StoreRow[],
  request: ReportRequest,
  plan: Plan,
  { words, depth }: { readonly words: Words; readonly depth: number },
): DrilldownResponse {
  const { data, ...rest } = shapeTable(rows, request, plan, words);
  return {
    ...rest,
    query: { ...rest.query, parent_id: plan.opened },
    data: data.map(({ dimensions, metrics }) => ({
      dimension: lastOf(dimensions),
      metrics,
      expand: plan.dimensions.length < depth,
    })),
  };
}

export const lastOf = (dimensions: readonly DimensionValue[]): DimensionValue =>
  dimensions.at(-1) ?? { id: null, name: null };
