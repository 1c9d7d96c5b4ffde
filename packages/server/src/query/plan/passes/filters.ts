/** Pass: the request's own filters, parted into conditions on rows of the table and on rows of the result. */
import { FilterFault } from '@goalpost/contract/reports/filters';
import { filterProblem } from '../../parse/request.ts';
import { planFilters } from '../filters.ts';
import type { Pass } from '../pass.ts';
import { both, type RowFilter } from '../plan.ts';

export const filters: Pass = (plan, { request, lookup }) => {
  let { where } = plan;
  const having: RowFilter[] = [];
  const names = { ...lookup(plan), requested: plan.metrics, scope: plan.scope };
  for (const { location, filter } of request.filters) {
    const planned = planFilters(filter, names);
    if (planned instanceof FilterFault) return filterProblem(planned, location);
    where = both(where, planned.where);
    having.push(...planned.having);
  }
  return { where, having };
};
