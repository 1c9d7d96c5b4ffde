/** Pass: the request's own filter, parted into conditions on rows of the table and on rows of the result. */
import { FilterFault } from '../../parse/filters/ast.ts';
import { filterProblem } from '../../parse/request.ts';
import { planFilters } from '../filters.ts';
import type { Pass } from '../pass.ts';
import { both } from '../plan.ts';

export const filters: Pass = (plan, { request, lookup }) => {
  const planned = planFilters(request.filter, {
    ...lookup(plan),
    requested: plan.metrics,
    scope: plan.scope,
  });
  if (planned instanceof FilterFault) return filterProblem(planned);
  return { where: both(plan.where, planned.where), having: planned.having };
};
