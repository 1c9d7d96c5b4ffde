/** What is kept of one person: how much, all of it, and its erasure. */
import type { PersonCounts, PersonQuery } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request, shaped } from './http.ts';

const readFound = shaped((shapes) => shapes.PersonFound);
const readErasure = shaped((shapes) => shapes.ErasureEnvelope);
const readErasures = shaped((shapes) => shapes.ErasureList);

export const erasuresQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['erasures', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/people/erasures', {
        params: { counterId },
        signal,
        read: async (answer) => (await readErasures(answer)).erasures,
      }),
    // One that is under way is done within seconds.
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === 'waiting') === true ? 2_000 : false,
  });

export function useFindPerson(counterId: number) {
  return useMutation({
    mutationFn: (who: PersonQuery): Promise<PersonCounts> =>
      request('POST /api/v1/counters/{counterId}/people/find', {
        params: { counterId },
        body: who,
        read: async (answer) => (await readFound(answer)).counts,
      }),
  });
}

export function useExportPerson(counterId: number) {
  return useMutation({
    mutationFn: (who: PersonQuery): Promise<unknown> =>
      request('POST /api/v1/counters/{counterId}/people/export', {
        params: { counterId },
        body: who,
        read: (answer) => answer,
      }),
  });
}

export function useErasePerson(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (who: PersonQuery) =>
      request('POST /api/v1/counters/{counterId}/people/erasures', {
        params: { counterId },
        body: who,
        read: async (answer) => (await readErasure(answer)).erasure,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['erasures', counterId] }),
  });
}
