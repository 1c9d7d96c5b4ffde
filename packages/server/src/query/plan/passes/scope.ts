/** Pass: what is asked of, by the first name whose scope is known; `names` refuses those of another. */
import { scopeOf } from '../../scopes/scopes.ts';
import type { Pass } from '../pass.ts';

export const scope: Pass = (plan, { request: { metrics, dimensions } }) => {
  const found = [...metrics, ...dimensions].flatMap((name) => scopeOf(name) ?? []);
  return { scope: found[0] ?? plan.scope };
};
