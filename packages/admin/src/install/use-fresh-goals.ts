/** Automatic goals that were made while the page is open. */
import type { Goal } from '@goalpost/contract/goals';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { goalsQuery } from '../api/goals.ts';

const EVERY_MS = 2_000;

export function useFreshGoals(counterId: number): readonly Goal[] {
  const { data: goals, isFetchedAfterMount } = useQuery({
    ...goalsQuery(counterId),
    refetchInterval: EVERY_MS,
  });
  const [known, setKnown] = useState<ReadonlySet<number> | null>(null);
  useEffect(() => {
    if (known === null && goals !== undefined && isFetchedAfterMount)
      setKnown(new Set(goals.map(({ id }) => id)));
  }, [known, goals, isFetchedAfterMount]);
  if (known === null || goals === undefined) return [];
  return goals.filter((goal) => goal.goal_source === 'auto' && !known.has(goal.id));
}
