/** Pass: saved filters that the question is asked within: each is one more condition on rows. */
import { problem } from '../../../kit/problem.ts';
import { FilterFault } from '../../parse/filters/ast.ts';
import { planFilters } from '../filters.ts';
import type { Pass } from '../pass.ts';
import { both } from '../plan.ts';

export const segments: Pass = (plan, { subject, lookup }) => {
  let { where } = plan;
  for (const { name, filter } of subject.segments ?? []) {
    // A metric of a segment would be one of the question's: no segment has any.
    const planned = planFilters(filter, { ...lookup(plan), requested: [], scope: plan.scope });
    if (planned instanceof FilterFault) {
      const text = `segment ${JSON.stringify(name)}, character ${planned.at}: ${planned.message}`;
      return problem('invalid_parameter', text, 'segment');
    }
    where = both(where, planned.where);
  }
  return { where };
};
