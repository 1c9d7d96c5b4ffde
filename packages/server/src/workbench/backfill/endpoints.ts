/** Backfills over HTTP: asked for, looked at, and taken away again [G68]–[G70]. */
import { randomBytes } from 'node:crypto';
import {
  BackfillInput,
  GoalCountingEnvelope,
  GoalCountingList,
  type Backfill,
  type GoalCounting,
} from '@goalpost/contract/workbench';
import { z } from 'zod';
import { createGoalManagement, type GoalManagementDeps } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { Backfilling } from './backfilling.ts';
import type { BackfillStore, StoredBackfill } from './port.ts';

export interface BackfillEndpointDeps extends GoalManagementDeps {
  readonly backfills: BackfillStore;
  readonly backfilling: Pick<Backfilling, 'resume'>;
  readonly clock: Clock;
}

const COUNTER = '/api/v1/counters/:counterId';
const BACKFILL = `${COUNTER}/goals/:goalId/backfill`;
const GoalParams = CounterParams.extend({ goalId: z.coerce.number().int() });

const DAY_MS = 86_400_000;
/** A new goal begins to count when its settings are journaled, a moment after it is made. */
const SETTLING_MS = 5_000;

const shown = (backfill: StoredBackfill): Backfill => ({
  state: backfill.removing ? 'removing' : backfill.finishedAt === null ? 'running' : 'done',
  share: backfill.finishedAt !== null ? 1 : backfill.parts === 0 ? 0 : backfill.done / backfill.parts,
  reaches: backfill.reaches,
  from: backfill.from,
  to: backfill.to,
  asked_by: backfill.askedBy,
  created_at: backfill.createdAt,
  finished_at: backfill.finishedAt,
  waits_for: backfill.waitsFor,
});

export function backfillEndpoints(deps: BackfillEndpointDeps): Endpoint[] {
  const { backfills, backfilling, clock } = deps;
  const management = createGoalManagement(deps);

  const madeAt = async (counterId: number, goalId: number): Promise<number> =>
    (await backfills.madeAt(counterId)).get(goalId) ?? clock.now();

  async function counting(counterId: number, goalId: number): Promise<GoalCounting> {
    const backfill = await backfills.get(counterId, goalId);
    return {
      goal_id: goalId,
      counted_since: await madeAt(counterId, goalId),
      backfill: backfill === null ? null : shown(backfill),
    };
  }

  async function listed(counterId: number): Promise<readonly GoalCounting[] | Problem> {
    const goals = await management.list(counterId, false);
    if (isProblem(goals)) return goals;
    const made = await backfills.madeAt(counterId);
    const asked = new Map((await backfills.list(counterId)).map((one) => [one.goalId, shown(one)]));
    return goals.map(({ id }) => ({
      goal_id: id,
      counted_since: made.get(id) ?? clock.now(),
      backfill: asked.get(id) ?? null,
    }));
  }

  return [
    defineEndpoint({
      method: 'GET',
      url: `${COUNTER}/goal-counting`,
      summary: 'Since when each goal is counted, and what a backfill found of the time before',
      tag: 'goals',
      auth: { counter: 'view' },
      params: CounterParams,
      response: GoalCountingList,
      async handle({ params }) {
        const goals = await listed(params.counterId);
        return isProblem(goals) ? goals : { goals: [...goals] };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: BACKFILL,
      summary: 'Compute from stored hits what a goal would have counted before it was made',
      tag: 'goals',
      auth: { counter: 'edit' },
      params: GoalParams,
      body: BackfillInput,
      response: GoalCountingEnvelope,
      async handle({ params: { counterId, goalId }, body }, { caller }) {
        const goal = await management.get(counterId, goalId);
        if (isProblem(goal)) return goal;
        const to = (await madeAt(counterId, goalId)) + SETTLING_MS;
        const added = await backfills.add({
          id: randomBytes(12).toString('hex'),
          counterId,
          goalId,
          goal,
          from: to - body.days * DAY_MS,
          to,
          parts: 0,
          done: 0,
          reaches: 0,
          removing: false,
          askedBy: caller?.login ?? '',
          createdAt: clock.now(),
          finishedAt: null,
          waitsFor: '',
        });
        if (!added)
          return problem('conflict', 'The goal is backfilled already: remove that first.', 'goalId');
        void backfilling.resume();
        return { goal: await counting(counterId, goalId) };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: BACKFILL,
      summary: 'Take away what a backfill found; what was counted stays',
      tag: 'goals',
      auth: { counter: 'edit' },
      params: GoalParams,
      response: GoalCountingEnvelope,
      async handle({ params: { counterId, goalId } }) {
        const goal = await management.get(counterId, goalId);
        if (isProblem(goal)) return goal;
        if (!(await backfills.markRemoving(counterId, goalId)))
          return problem('not_found', 'The goal has no backfill.', 'goalId');
        void backfilling.resume();
        return { goal: await counting(counterId, goalId) };
      },
    }),
  ];
}
