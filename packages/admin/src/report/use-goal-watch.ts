/** Asks reports again as soon as a goal is reached, so that the owner sees it at once. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { liveQuery } from '../api/live.ts';

const LOOK_MS = 2_000;
/** On a busy site goals are reached all the time; reports are asked for no more often than this. */
const REST_MS = 10_000;

export function useGoalWatch(counterId: number): void {
  const queries = useQueryClient();
  const { data, dataUpdatedAt } = useQuery({ ...liveQuery(counterId), refetchInterval: LOOK_MS });
  const known = useRef<{ at: number; askedAt: number } | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const latest = data.hits.reduce((at, hit) => (hit.goals.length > 0 ? Math.max(at, hit.at) : at), 0);
    const before = known.current;
    if (before !== null && (latest <= before.at || dataUpdatedAt - before.askedAt < REST_MS)) return;
    known.current = { at: latest, askedAt: before === null ? 0 : dataUpdatedAt };
    if (before === null) return;
    void queries.invalidateQueries({ queryKey: ['goals', counterId] });
    void queries.invalidateQueries({ queryKey: ['stat'] });
  }, [data, dataUpdatedAt, queries, counterId]);
}
