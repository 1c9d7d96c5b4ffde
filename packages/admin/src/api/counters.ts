/** Counters: reading and changing them. */
import type { Counter, CounterCreate, CounterUpdate } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request, shaped } from './http.ts';

const readEnvelope = shaped((shapes) => shapes.CounterEnvelope);
const readLinks = shaped((shapes) => shapes.OwnVisitLinkPair);
const readList = shaped((shapes) => shapes.CounterList);
const readOne = async (answer: unknown): Promise<Counter> => (await readEnvelope(answer)).counter;

export type CounterDraft = Partial<CounterCreate> & Pick<CounterCreate, 'site2'>;

export const countersQuery = (status: Counter['status'] = 'Active') =>
  queryOptions({
    queryKey: ['counters', status],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counters', {
        signal,
        query: { per_page: 1_000, ...(status === 'Active' ? {} : { status }) },
        read: async (answer) => (await readList(answer)).counters,
      }),
    staleTime: 60_000,
  });

export const counterQuery = (id: number) =>
  queryOptions({
    queryKey: ['counter', id],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}', { params: { counterId: id }, signal, read: readOne }),
    staleTime: 60_000,
  });

/** The snippet to put on pages, as the server writes it. */
export const snippetQuery = (id: number) =>
  queryOptions({
    queryKey: ['counter', id, 'code'],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}', {
        params: { counterId: id },
        signal,
        query: { field: 'code' },
        read: async (answer) => (await readOne(answer)).code ?? '',
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useCreateCounter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (counter: CounterDraft) =>
      request('POST /management/v1/counters', { body: { counter }, read: readOne }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['counters'] }),
  });
}

export function useUpdateCounter(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (counter: CounterUpdate) =>
      request('PUT /management/v1/counter/{counterId}', {
        params: { counterId: id },
        body: { counter },
        read: readOne,
      }),
    onSuccess: async (counter) => {
      queries.setQueryData(counterQuery(id).queryKey, counter);
      await queries.invalidateQueries({ queryKey: ['counters'] });
      await queries.invalidateQueries({ queryKey: ['stat'] });
    },
  });
}

/** Links that mark the browser which opens them, made again each time. */
export const useOwnVisitLinks = (counterId: number) =>
  useMutation({
    mutationFn: () =>
      request('POST /api/v1/counters/{counterId}/own-visits/links', {
        params: { counterId },
        read: readLinks,
      }),
  });

/** Counts a marked browser again. */
export function useCountBrowser(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mark: string) =>
      request('DELETE /api/v1/counters/{counterId}/own-visits/browsers/{mark}', {
        params: { counterId, mark },
        read: () => mark,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: counterQuery(counterId).queryKey }),
  });
}

export function useDeleteCounter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      request('DELETE /management/v1/counter/{counterId}', { params: { counterId: id }, read: () => id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['counters'] }),
  });
}

export function useRestoreCounter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      request('POST /management/v1/counter/{counterId}/undelete', {
        params: { counterId: id },
        read: () => id,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['counters'] }),
  });
}
