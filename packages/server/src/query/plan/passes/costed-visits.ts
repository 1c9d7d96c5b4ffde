/** Pass: beside costs stand the visits that came by marks, so that totals tell what rows do [M97]. */
import { sourcePrefix } from '../../parse/attribution.ts';
import { costs } from '../../scopes/costs.ts';
import type { Pass } from '../pass.ts';

/** By the attribution of the first mark that rows are by, else of the question. */
export const costedVisits: Pass = ({ scope, dimensions }, { request }) => {
  if (scope.id !== costs.id) return {};
  const marked = dimensions.find(({ definition }) => definition.id.startsWith('<attribution>'));
  const prefix = sourcePrefix(marked?.args.attribution ?? request.attribution);
  return { scope: { ...scope, only: `(is_cost = 1 OR ${prefix}utm_source != '')` } };
};
