/** Since when goals are counted, and what backfills found of the time before. */
import type { GoalCounting } from '@goalpost/contract/workbench';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request, shaped } from '../http.ts';

const BUSY_MS = 2_000;
const CALM_MS = 30_000;

const isBusy = ({ backfill }: GoalCounting): boolean => backfill !== null && backfill.state !== 'done';
const readOne = shaped((shapes) => shapes.GoalCountingEnvelope);

/** By goal. */
export const countingQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['goals', counterId, 'counting'],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/goal-counting', {
        params: { counterId },
        signal,
        read: shaped((shapes) => shapes.GoalCountingList),
      }),
    select: ({ goals }) => new Map(goals.map((goal) => [goal.goal_id, goal])),
    refetchInterval: ({ state }) => (state.data?.goals.some(isBusy) ? BUSY_MS : CALM_MS),
  });

function useChange<Value>(counterId: number, mutationFn: (value: Value) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['goals', counterId, 'counting'] });
      await queries.invalidateQueries({ queryKey: ['stat'] });
    },
  });
}

export const useBackfill = (counterId: number) =>
  useChange(counterId, ({ goalId, days }: { goalId: number; days: number }) =>
    request('POST /api/v1/counters/{counterId}/goals/{goalId}/backfill', {
      params: { counterId, goalId },
      body: { days },
      read: readOne,
    }),
  );

export const useRemoveBackfill = (counterId: number) =>
  useChange(counterId, (goalId: number) =>
    request('DELETE /api/v1/counters/{counterId}/goals/{goalId}/backfill', {
      params: { counterId, goalId },
      read: readOne,
    }),
  );
