/** Saved funnels, retention and journeys of a counter: listed, saved, changed and deleted. */
import type { SavedPath, SavedPathInput } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const shapes = () => import('./shapes.ts');
const readOne = async (answer: unknown): Promise<SavedPath> =>
  (await shapes()).SavedPathEnvelope.parse(answer).path;

export const pathsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['paths', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/paths', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapes()).SavedPathList.parse(answer).paths,
      }),
    staleTime: 60_000,
  });

function usePathChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['paths', counterId] }),
  });
}

/** @param id null: a new one */
export interface PathChange {
  readonly id: string | null;
  readonly path: SavedPathInput;
}

export const useSavePath = (counterId: number) =>
  usePathChange(counterId, ({ id, path }: PathChange) =>
    id === null
      ? request('POST /api/v1/counters/{counterId}/paths', {
          params: { counterId },
          body: { path },
          read: readOne,
        })
      : request('PUT /api/v1/counters/{counterId}/paths/{pathId}', {
          params: { counterId, pathId: id },
          body: { path },
          read: readOne,
        }),
  );

export const useDeletePath = (counterId: number) =>
  usePathChange(counterId, (pathId: string) =>
    request('DELETE /api/v1/counters/{counterId}/paths/{pathId}', {
      params: { counterId, pathId },
      read: () => pathId,
    }),
  );
