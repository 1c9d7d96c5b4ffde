/** Goals over HTTP, in the shapes of the field's management API. */
import {
  Dictionary,
  DICTIONARY_NAMES,
  GoalEnvelope,
  GoalInputEnvelope,
  GoalList,
  Success,
} from '@goalpost/contract/goals';
import { z } from 'zod';
import { DICTIONARIES, warningItems, type GoalDefinition, type Language } from '../../goals/index.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { isProblem, type Problem } from '../../kit/problem.ts';
import { QueryFlag } from '../../kit/query-flag.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { createGoalManagement, type GoalManagementDeps } from './management.ts';
import { toGoal, toNamedGoal } from './shape.ts';

/** What is read of a goal comes back with it; steps are goals in the field. */
const OF_ANY_GOAL = ['id', 'goal_source', 'status', 'prev_goal_id', 'hide_phone_number'];
const OF_A_STEP = [...OF_ANY_GOAL, 'default_price', 'is_favorite', 'is_retargeting', 'flag'];
const GOAL_TAKEN_UNUSED = [
  'warnings',
  ...OF_ANY_GOAL.map((name) => `goal.${name}`),
  ...OF_A_STEP.map((name) => `goal.steps.*.${name}`),
];

const COUNTER = '/management/v1/counter/:counterId';
const GOAL = `${COUNTER}/goal/:goalId`;
const GoalParams = CounterParams.extend({ goalId: z.coerce.number().int() });

/** Ours beyond the field: automatic goals under their Russian names, while these are unedited. */
const Query = z.object({ lang: z.enum(['en', 'ru']).default('en') });
const ListQuery = Query.extend({ useDeleted: QueryFlag.default(false) });

export function goalEndpoints(deps: GoalManagementDeps): Endpoint[] {
  const management = createGoalManagement(deps);
  async function envelope(written: GoalDefinition | Problem, language: Language) {
    if (isProblem(written)) return written;
    const counter = await deps.counters.get(written.counterId);
    const sites = counter === null ? [] : [counter.site, ...counter.mirrors];
    return { goal: toGoal(written, language), warnings: warningItems(written, sites) };
  }
  return [
    ...DICTIONARY_NAMES.map((name) =>
      defineEndpoint({
        method: 'GET',
        url: `/management/v1/${name}`,
        summary: 'Ids that conditions of goals can have, with the names that people know',
        tag: 'goals',
        auth: 'account',
        response: Dictionary,
        handle: () =>
          Promise.resolve({ [name]: DICTIONARIES[name].map(({ id, name: said }) => ({ id, name: said })) }),
      }),
    ),
    defineEndpoint({
      method: 'GET',
      url: `${COUNTER}/goals`,
      summary: 'Goals of a counter; with `useDeleted` also those deleted',
      tag: 'goals',
      auth: { counter: 'report' },
      params: CounterParams,
      query: ListQuery,
      response: GoalList,
      async handle({ params: { counterId }, query: { lang, useDeleted } }, { authorise }) {
        const goals = await management.list(counterId, useDeleted);
        if (isProblem(goals)) return goals;
        const shape = (await authorise(counterId, 'view')) === null ? toGoal : toNamedGoal;
        return { goals: goals.map((goal) => shape(goal, lang)) };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: `${COUNTER}/goals`,
      summary: 'Make a goal',
      tag: 'goals',
      auth: { counter: 'analyse' },
      params: CounterParams,
      query: Query,
      body: GoalInputEnvelope,
      takenUnused: GOAL_TAKEN_UNUSED,
      response: GoalEnvelope,
      handle: async ({ params, query, body }) =>
        envelope(await management.create(params.counterId, body.goal), query.lang),
    }),
    defineEndpoint({
      method: 'GET',
      url: GOAL,
      summary: 'A goal',
      tag: 'goals',
      auth: { counter: 'view' },
      params: GoalParams,
      query: Query,
      response: GoalEnvelope,
      handle: async ({ params, query }) =>
        envelope(await management.get(params.counterId, params.goalId), query.lang),
    }),
    defineEndpoint({
      method: 'PUT',
      url: GOAL,
      summary: 'Replace a goal; what was collected stays as it is',
      tag: 'goals',
      auth: { counter: 'analyse' },
      params: GoalParams,
      query: Query,
      body: GoalInputEnvelope,
      takenUnused: GOAL_TAKEN_UNUSED,
      response: GoalEnvelope,
      handle: async ({ params, query, body }) =>
        envelope(await management.replace(params.counterId, params.goalId, body.goal), query.lang),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: GOAL,
      summary: 'Delete a goal and hide its data; it can be restored',
      tag: 'goals',
      auth: { counter: 'analyse' },
      params: GoalParams,
      response: Success,
      async handle({ params }) {
        const deleted = await management.remove(params.counterId, params.goalId);
        return isProblem(deleted) ? deleted : { success: true };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: `${GOAL}/undelete`,
      summary: 'Restore a deleted goal with its data; counts as making one',
      tag: 'goals',
      auth: { counter: 'analyse' },
      params: GoalParams,
      query: Query,
      response: GoalEnvelope,
      handle: async ({ params, query }) =>
        envelope(await management.restore(params.counterId, params.goalId), query.lang),
    }),
  ];
}
