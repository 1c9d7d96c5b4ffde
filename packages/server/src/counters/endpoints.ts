/** Counters over HTTP, in the shapes of the field's management API. */
import { Success } from '@goalpost/contract/goals';
import {
  CounterCreate,
  CounterEnvelope,
  CounterList,
  CounterUpdate,
  may,
  type Counter,
  type Grant,
} from '@goalpost/contract/management';
import { z } from 'zod';
import type { TagSeen } from '../collect/index.ts';
import { defineEndpoint, isFor, type Endpoint, type EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problemsIn, type Problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import type { CounterRecord } from './counter.ts';
import type { GoalStore } from './goals/port.ts';
import { toGoal, toNamedGoal } from './goals/shape.ts';
import { chooseCounters, CountersQuery, Fields, type Visible } from './list.ts';
import { createCounterManagement, type CounterManagementDeps } from './management.ts';
import { ownVisitEndpoints } from './own-visits/endpoints.ts';
import type { OwnVisitLinks } from './own-visits/links.ts';
import { rateEndpoints } from './rates/endpoints.ts';
import type { RateSourceStore } from './rates/source/port.ts';
import { toCounter } from './shape.ts';
import { COUNTER_TAKEN_UNUSED, notChangedHere } from './spellings/unused-fields.ts';

export interface CounterEndpointDeps extends CounterManagementDeps {
  readonly goals: Pick<GoalStore, 'list'>;
  readonly ownVisitLinks: OwnVisitLinks;
  /** In which currency rates are fetched. */
  readonly rateSources: Pick<RateSourceStore, 'get'>;
  /** E-mail address of an account; null if it is gone. */
  readonly loginOf: (accountId: string) => Promise<string | null>;
  /** The code to put on a page, for `field=code`. */
  readonly snippet: (counterId: number) => string | Promise<string>;
  /** What collection saw of the counter's tag. */
  readonly tagSeen: (counterId: number) => TagSeen;
  /** Who may use the counter beside its owner, for `field=grants`. */
  readonly grantsOf: (counterId: number) => Promise<Grant[]>;
}

const ALL = '/management/v1/counters';
const ONE = '/management/v1/counter/:counterId';
const Query = z.object({ field: Fields });

const NEW = { type: 'simple', status: 'Active' } as const;

const accountOf = ({ caller }: EndpointContext): string => caller?.accountId ?? '';
const success = (outcome: CounterRecord | Problem): unknown =>
  isProblem(outcome) ? outcome : { success: true };

/** Networks and browsers of colleagues, and what is masked, are for those who may look at settings [A86]. */
function hideSettings(counter: Counter): void {
  counter.own_visits = { addresses: [], browsers: [] };
  counter.masking = { on: counter.masking.on, names: [], keep: [], shapes: [] };
}

export function counterEndpoints(deps: CounterEndpointDeps): Endpoint[] {
  const { counters, goals, clock } = deps;
  const management = createCounterManagement(deps);

  async function show(
    { counter, permission }: Visible,
    fields: readonly string[] = [],
    loginOf = deps.loginOf,
  ): Promise<Counter> {
    const ownerLogin = (await loginOf(counter.ownerId)) ?? '';
    const shown = toCounter(counter, {
      permission,
      ownerLogin,
      seen: deps.tagSeen(counter.id),
      now: clock.now(),
    });
    if (!may(permission, 'view')) hideSettings(shown);
    if (fields.includes('goals') && may(permission, 'report')) {
      const shape = may(permission, 'view') ? toGoal : toNamedGoal;
      shown.goals = (await goals.list(counter.id, false)).map((goal) => shape(goal));
    }
    if (fields.includes('code')) shown.code = await deps.snippet(counter.id);
    if (fields.includes('grants') && may(permission, 'edit')) shown.grants = await deps.grantsOf(counter.id);
    return shown;
  }

  async function envelope(
    outcome: CounterRecord | Problem,
    context: EndpointContext,
    fields?: readonly string[],
  ): Promise<{ counter: Counter } | Problem> {
    if (isProblem(outcome)) return outcome;
    const permission = (await counters.permission(accountOf(context), outcome.id)) ?? 'view';
    return { counter: await show({ counter: outcome, permission }, fields) };
  }

  return [
    ...rateEndpoints(counters, deps.rateSources),
    ...ownVisitEndpoints({ ...deps, links: deps.ownVisitLinks }),
    defineEndpoint({
      method: 'GET',
      url: ALL,
      summary: 'Counters you may see',
      tag: 'counters',
      auth: 'account',
      query: CountersQuery,
      response: CounterList,
      async handle({ query }, context) {
        const visible = await counters.visibleTo(accountOf(context));
        const chosen = chooseCounters(
          visible.filter(({ counter }) => context.caller === null || isFor(context.caller, counter.id)),
          query,
        );
        const page = chosen.slice(query.offset - 1, query.offset - 1 + query.per_page);
        const loginOf = askingOnce(deps.loginOf);
        return {
          rows: chosen.length,
          counters: await Promise.all(page.map((visible) => show(visible, query.field, loginOf))),
        };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: ALL,
      summary: 'Make a counter, also with a chosen number',
      tag: 'counters',
      auth: 'account',
      query: Query,
      body: z.object({ counter: CounterCreate }),
      response: CounterEnvelope,
      takenUnused: COUNTER_TAKEN_UNUSED,
      async handle({ query, body }, context) {
        const refusal = problemsIn(notChangedHere({ ...body.counter, id: undefined }, NEW));
        if (refusal !== null) return refusal;
        return envelope(await management.create(accountOf(context), body.counter), context, query.field);
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: ONE,
      summary: 'A counter and its settings',
      tag: 'counters',
      auth: { counter: 'enter' },
      params: CounterParams,
      query: Query,
      response: CounterEnvelope,
      handle: async ({ params, query }, context) =>
        envelope(await management.get(params.counterId), context, query.field),
    }),
    defineEndpoint({
      method: 'PUT',
      url: ONE,
      summary: 'Change settings; what is absent stays',
      tag: 'counters',
      auth: { counter: 'edit' },
      params: CounterParams,
      query: Query,
      body: z.object({ counter: CounterUpdate }),
      response: CounterEnvelope,
      takenUnused: COUNTER_TAKEN_UNUSED,
      async handle({ params, query, body }, context) {
        const kept = await envelope(await management.get(params.counterId), context, ['goals', 'grants']);
        if (isProblem(kept)) return kept;
        const refusal = problemsIn(notChangedHere(body.counter, kept.counter));
        if (refusal !== null) return refusal;
        return envelope(await management.update(params.counterId, body.counter), context, query.field);
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: ONE,
      summary: 'Delete a counter; it can be restored',
      tag: 'counters',
      auth: { counter: 'own' },
      params: CounterParams,
      response: Success,
      handle: async ({ params }) => success(await management.remove(params.counterId)),
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ONE}/undelete`,
      summary: 'Restore a deleted counter',
      tag: 'counters',
      auth: { counter: 'own' },
      ofDeleted: true,
      params: CounterParams,
      response: Success,
      handle: async ({ params }) => success(await management.restore(params.counterId)),
    }),
  ];
}

/** Most counters of a list have the same owner. */
function askingOnce(loginOf: CounterEndpointDeps['loginOf']): CounterEndpointDeps['loginOf'] {
  const asked = new Map<string, Promise<string | null>>();
  return (accountId) => {
    const login = asked.get(accountId) ?? loginOf(accountId);
    asked.set(accountId, login);
    return login;
  };
}
