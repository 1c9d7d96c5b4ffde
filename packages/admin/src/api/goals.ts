/** Goals of a counter: reading and changing them. Reports change with them. */
import { ownFieldsOf, type Goal, type GoalInput } from '@goalpost/contract/goals';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { languageNow } from '../i18n/i18n.ts';
import { request, shaped } from './http.ts';

const readEnvelope = shaped((shapes) => shapes.GoalEnvelope);
const readList = shaped((shapes) => shapes.GoalList);
const readOne = async (answer: unknown): Promise<Goal> => (await readEnvelope(answer)).goal;

export const goalsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['goals', counterId, 'active'],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}/goals', {
        params: { counterId },
        signal,
        query: { lang: languageNow() },
        read: async (answer) => (await readList(answer)).goals,
      }),
    staleTime: 1_000,
  });

export const deletedGoalsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['goals', counterId, 'deleted'],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}/goals', {
        params: { counterId },
        signal,
        query: { useDeleted: 'true', lang: languageNow() },
        read: async (answer) => (await readList(answer)).goals.filter((goal) => goal.status === 'Deleted'),
      }),
  });

/** A PUT replaces the whole goal, so a change of one field sends all of them. */
export function inputOf(goal: Goal): GoalInput {
  const { name, type, default_price, is_favorite, is_retargeting, flag, conditions, steps, any, all } = goal;
  return {
    name,
    type,
    default_price,
    is_favorite,
    is_retargeting,
    flag,
    conditions,
    ...ownFieldsOf(type, goal),
    ...(goal.price_place ? { price_place: goal.price_place } : {}),
    ...(steps ? { steps } : {}),
    ...(any ? { any } : {}),
    ...(all ? { all } : {}),
  };
}

function useGoalChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['goals', counterId] });
      await queries.invalidateQueries({ queryKey: ['stat'] });
    },
  });
}

/** Its switches as the API takes them. */
export const switched = (goal: GoalInput) => ({
  ...goal,
  is_favorite: goal.is_favorite === 1,
  is_retargeting: goal.is_retargeting === 1,
});

/** @param id the goal to replace; absent: a new one */
export const useSaveGoal = (counterId: number) =>
  useGoalChange(counterId, ({ id, goal }: { id?: number | undefined; goal: GoalInput }) =>
    id === undefined
      ? request('POST /management/v1/counter/{counterId}/goals', {
          params: { counterId },
          body: { goal: switched(goal) },
          read: readOne,
        })
      : request('PUT /management/v1/counter/{counterId}/goal/{goalId}', {
          params: { counterId, goalId: id },
          body: { goal: switched(goal) },
          read: readOne,
        }),
  );

export const useDeleteGoal = (counterId: number) =>
  useGoalChange(counterId, (id: number) =>
    request('DELETE /management/v1/counter/{counterId}/goal/{goalId}', {
      params: { counterId, goalId: id },
      read: () => id,
    }),
  );

export const useRestoreGoal = (counterId: number) =>
  useGoalChange(counterId, (id: number) =>
    request('POST /management/v1/counter/{counterId}/goal/{goalId}/undelete', {
      params: { counterId, goalId: id },
      read: () => id,
    }),
  );
