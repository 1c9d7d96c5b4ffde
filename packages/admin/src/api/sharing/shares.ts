/** Links that show a report: made, listed and taken back by those who edit a counter, and opened by others. */
import type { Share, SharedQuestion, ShareInput } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { request } from '../http.ts';

const shapes = () => import('./share-shapes.ts');

export const sharesQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['shares', counterId],
    queryFn: ({ signal }): Promise<Share[]> =>
      request('GET /api/v1/counters/{counterId}/shares', {
        params: { counterId },
        signal,
        read: async (answer) => (await shapes()).ShareList.parse(answer).shares,
      }),
  });

function useShareChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['shares', counterId] }),
  });
}

export const useMakeShare = (counterId: number) =>
  useShareChange(counterId, (share: ShareInput) =>
    request('POST /api/v1/counters/{counterId}/shares', {
      params: { counterId },
      body: { share },
      read: async (answer) => (await shapes()).ShareMade.parse(answer),
    }),
  );

export const useRemoveShare = (counterId: number) =>
  useShareChange(counterId, (shareId: string) =>
    request('DELETE /api/v1/counters/{counterId}/shares/{shareId}', {
      params: { counterId, shareId },
      read: () => shareId,
    }),
  );

export const sharedQuery = (token: string) =>
  queryOptions({
    queryKey: ['shared', token],
    queryFn: ({ signal }) =>
      request('POST /api/v1/shared', {
        body: { token },
        signal,
        read: async (answer) => (await shapes()).SharedReport.parse(answer),
      }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const openShared = (token: string, password: string) =>
  request('POST /api/v1/shared/open', {
    body: { token, password },
    read: async (answer) => (await shapes()).SharedReport.parse(answer),
  });

export type SharedAsk = Pick<SharedQuestion, 'token' | 'key' | 'report' | 'what' | 'date1' | 'date2'> &
  Partial<Pick<SharedQuestion, 'group'>>;

export const sharedDataQuery = (asked: SharedAsk) =>
  queryOptions({
    queryKey: ['shared-data', asked] as const,
    queryFn: ({ signal }) =>
      request('POST /api/v1/shared/data', {
        body: { ...asked, lang: languageNow() },
        signal,
        read: async (answer) => (await shapes()).SharedAnswer.parse(answer),
      }),
    retry: false,
  });
