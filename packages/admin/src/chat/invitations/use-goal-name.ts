/** Names of a counter's goals by their numbers. */
import { useQuery } from '@tanstack/react-query';
import { goalsQuery } from '../../api/goals.ts';

export function useGoalName(counterId: number): (id: number) => string {
  const goals = useQuery(goalsQuery(counterId)).data;
  return (id) => goals?.find((goal) => goal.id === id)?.name ?? `№ ${id}`;
}
