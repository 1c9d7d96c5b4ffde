/** Actions with every name looked up: which hits are one of them [M80]. */
import type { RetentionAction } from '@goalpost/contract/reports/retention';
import { CHAT_GOALS } from '@goalpost/contract/chat/events';
import {
  conditionsOf as conditionsIn,
  type Filter,
  FilterFault,
  parseFilter,
} from '@goalpost/contract/reports/filters';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { whereSql } from '../compile/where.ts';
import type { Compilation } from '../compile/scope.ts';
import { filterProblem, type ReportRequest, type SaidFilter } from '../parse/request.ts';
import { settleList } from '../parse/settle.ts';
import { planFilters } from '../plan/filters.ts';
import { createLookup } from '../plan/lookup.ts';
import type { Plan, ScopeFilter, Subject } from '../plan/plan.ts';
import { registry } from '../registry.ts';
import { anyHits, downloads, events, hits } from '../scopes/hits.ts';
import type { Scope } from '../scopes/scope.ts';
import type { SegmentStore } from '../segments/port.ts';
import { withSegments } from '../segments/of-request.ts';

export interface PlannedAction {
  readonly action: RetentionAction;
  readonly scope: Scope;
  readonly where: ScopeFilter | null;
}

const SCOPE_OF: Readonly<Record<RetentionAction['type'], Scope>> = {
  page: hits,
  event: events,
  download: downloads,
  chat: events,
  goal: anyHits,
  visit: anyHits,
};

export interface SaidAction {
  /** The place that says it, such as `steps.0`. */
  readonly at: string;
  readonly action: RetentionAction;
}

interface Around {
  readonly request: ReportRequest;
  readonly subject: Subject;
  readonly plan: Plan;
  readonly segments: Pick<SegmentStore, 'find'>;
}

export async function planActions(
  said: readonly SaidAction[],
  around: Around,
): Promise<readonly PlannedAction[] | Problem> {
  const parsed = settleList(
    said.flatMap(({ at, action: { filter: text } }): (SaidFilter | Problem)[] => {
      if (text === undefined) return [];
      const location = `${at}.filter`;
      const filter = parseFilter(text);
      return filter instanceof FilterFault ? [filterProblem(filter, location)] : [{ location, text, filter }];
    }),
  );
  if (isProblem(parsed)) return parsed;
  const expanded = await withSegments({ ...around.request, segments: [], filters: parsed }, around.segments);
  if (isProblem(expanded)) return expanded;
  const filters = new Map(expanded.filters.map(({ location, filter }) => [location, filter]));
  return settleList(said.map((one) => planAction(one, filters.get(`${one.at}.filter`) ?? null, around)));
}

function planAction(
  { at, action }: SaidAction,
  filter: Filter | null,
  { request, subject, plan }: Around,
): PlannedAction | Problem {
  const scope = SCOPE_OF[action.type];
  if (action.type === 'goal' && !plan.goals.includes(action.goal_id)) {
    const location = `${at}.goal_id`;
    return problem('invalid_parameter', `${location}: there is no goal ${action.goal_id}`, location);
  }
  if (filter === null) return { action, scope, where: null };
  const lookup = createLookup(request, subject, plan, registry);
  const metric = conditionsIn(filter).find(({ name }) => lookup.metric(name) !== null);
  const planned =
    metric === undefined
      ? planFilters(filter, { ...lookup, requested: [], scope })
      : new FilterFault(`${metric.name} is a metric, and one action has none`, metric.at);
  if (planned instanceof FilterFault) return filterProblem(planned, `${at}.filter`);
  return { action, scope, where: planned.where };
}

/**
 * The hits that any of the actions may be. Where all are of one kind, no other hit is read, and the kind is not
 * looked at again: the engine would do what follows it, such as taking a path from an address, once an action.
 */
export function hitsOf(actions: readonly PlannedAction[]): Scope {
  const kinds = new Set(actions.map(({ scope }) => scope.only));
  const [only = null] = kinds;
  return kinds.size === 1 ? { ...anyHits, only } : anyHits;
}

/** Over a row of `hits`: 1 where it is the action, else 0. */
export function actionSql(compilation: Compilation, { action, scope, where }: PlannedAction): string {
  const own = { ...compilation, scope };
  const parts = [
    ...(scope.only === null || scope.only === compilation.scope.only ? [] : [`(${scope.only})`]),
    ...ownCondition(compilation, action),
    ...(where === null ? [] : [whereSql(own, where)]),
  ];
  return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
}

function ownCondition({ binder: { bind } }: Compilation, action: RetentionAction): string[] {
  switch (action.type) {
    case 'visit':
      return ['1'];
    case 'page':
    case 'download':
      return [];
    case 'event':
      return action.name === undefined ? [] : [`identifier = ${bind('String', action.name)}`];
    case 'goal':
      return [`has(goal_ids, ${bind('UInt64', action.goal_id)})`];
    case 'chat': {
      const began = action.began === undefined ? Object.values(CHAT_GOALS) : [BEGAN[action.began]];
      return [`identifier IN ${bind('Array(String)', began)}`];
    }
  }
}

/** The event of each beginning of a conversation. */
export const BEGAN = {
  visitor: CHAT_GOALS.customer,
  invitation: CHAT_GOALS.invitation,
  operator: CHAT_GOALS.operator,
  offline: CHAT_GOALS.offline,
} as const;
