/** What questions about actions have in common: one dimension of visits at most, and no conditions on metrics. */
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import type { Context, Question, StatDeps } from '../ask.ts';
import { isRobot } from '../dimensions/visit.ts';
import { withHosts } from '../hosts.ts';
import { dimensionsIn } from '../plan/filters.ts';
import { both, type Plan, type ScopeFilter } from '../plan/plan.ts';
import { visits } from '../scopes/visits.ts';
import type { PlannedAction } from './action.ts';

export interface AskedOfActions {
  readonly plan: Plan;
  /** How the answer repeats the question. */
  readonly query: Record<string, unknown>;
}

export async function askedOfActions(
  { plan, request }: Question,
  actions: readonly PlannedAction[],
  { olap }: Pick<StatDeps, 'olap'>,
  { signal }: Context,
): Promise<AskedOfActions | Problem> {
  const refusal = refuse(plan);
  if (refusal !== null) return refusal;
  const filters = actions.flatMap(({ scope, where }): ScopeFilter[] =>
    where === null ? [] : [{ kind: 'some', scope, key: 'visit', item: where, anyDay: false, within: null }],
  );
  const named = filters.flatMap((filter) => dimensionsIn(filter));
  const all = filters.reduce<ScopeFilter | null>(both, plan.where);
  const withAll = await withHosts({ ...plan, where: all }, olap, signal);
  if (isProblem(withAll)) return withAll;
  return {
    plan: { ...plan, hosts: withAll.hosts, robots: plan.robots || named.includes(isRobot) },
    query: {
      ids: plan.counters,
      dimensions: plan.dimensions.map(({ name }) => name),
      date1: plan.from,
      date2: plan.to,
      timezone: plan.zone.intl,
      ...Object.fromEntries(request.filters.map(({ location, text }) => [location, text])),
    },
  };
}

function refuse(plan: Plan): Problem | null {
  const [dimension] = plan.dimensions;
  if (plan.dimensions.length > 1) {
    return problem('invalid_parameter', 'dimensions: at most one is possible here', 'dimensions');
  }
  if (plan.scope !== visits || dimension?.definition.kind === 'item') {
    const text = `dimensions: ${dimension?.name ?? ''} has not one value a visit`;
    return problem('invalid_parameter', text, 'dimensions');
  }
  if (plan.having.length === 0) return null;
  return problem('invalid_parameter', 'filters: there are no conditions on metrics here', 'filters');
}
