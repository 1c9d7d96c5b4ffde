/** Goals of a counter: reading and changing them. Reports change with them. */
import { ownFieldsOf, type Goal, type GoalInput } from '@goalpost/contract/goals';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { languageNow } from '../i18n/i18n.ts';
import { request, shaped } from './http.ts';

const path = (counterId: number): string => `/management/v1/counter/${counterId}`;
const readEnvelope = shaped((shapes) => shapes.GoalEnvelope);
const readList = shaped((shapes) => shapes.GoalList);
const readOne = async (answer: unknown): Promise<Goal> => (await readEnvelope(answer)).goal;

export const goalsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['goals', counterId, 'active'],
    queryFn: ({ signal }) =>
      request(`${path(counterId)}/goals`, {
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
      request(`${path(counterId)}/goals`, {
        signal,
        query: { useDeleted: true, lang: languageNow() },
        read: async (answer) => (await readList(answer)).goals.filter((goal) => goal.status === 'Deleted'),
      }),
  });

/** A PUT replaces the whole goal, so a change of one field sends all of them. */
export function inputOf(goal: Goal): GoalInput {
  const { name, type, default_price, is_favorite, is_retargeting, flag, conditions, steps } = goal;
  return {
    name,
    type,
    default_price,
    is_favorite,
    is_retargeting,
    flag,
    conditions,
    ...ownFieldsOf(type, goal),
    ...(steps ? { steps } : {}),
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

/** @param id the goal to replace; absent: a new one */
export const useSaveGoal = (counterId: number) =>
  useGoalChange(counterId, ({ id, goal }: { id?: number | undefined; goal: GoalInput }) =>
    request(id === undefined ? `${path(counterId)}/goals` : `${path(counterId)}/goal/${id}`, {
      method: id === undefined ? 'POST' : 'PUT',
      body: { goal },
      read: readOne,
    }),
  );

export const useDeleteGoal = (counterId: number) =>
  useGoalChange(counterId, (id: number) =>
    request(`${path(counterId)}/goal/${id}`, { method: 'DELETE', read: () => id }),
  );

export const useRestoreGoal = (counterId: number) =>
  useGoalChange(counterId, (id: number) =>
    request(`${path(counterId)}/goal/${id}/undelete`, { method: 'POST', body: {}, read: () => id }),
  );
