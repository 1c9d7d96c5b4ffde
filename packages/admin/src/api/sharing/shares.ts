/** Links that show a report: made, listed and taken back by those who edit a counter, and opened by others. */
import type { Share, SharedPathQuestion, SharedQuestion, ShareInput } from '@goalpost/contract/management';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
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
  Partial<Pick<SharedQuestion, 'group' | 'parent' | 'sort' | 'side' | 'date1_b' | 'date2_b'>>;

const askShared = (asked: SharedAsk & { readonly offset?: number }, signal: AbortSignal) =>
  request('POST /api/v1/shared/data', {
    body: { ...asked, lang: languageNow() },
    signal,
    read: async (answer) => (await shapes()).SharedAnswer.parse(answer),
  });

export const sharedDataQuery = (asked: SharedAsk) =>
  queryOptions({
    queryKey: ['shared-data', asked] as const,
    queryFn: ({ signal }) => askShared(asked, signal),
    retry: false,
  });

/** The rows of one level, some at a time; those of a report stay while others of it are asked for. */
export const sharedRowsQuery = (asked: SharedAsk) =>
  infiniteQueryOptions({
    queryKey: ['shared-rows', asked] as const,
    queryFn: ({ signal, pageParam: offset }) => askShared({ ...asked, offset }, signal),
    initialPageParam: 1,
    getNextPageParam: ({ total_rows: all }, pages) => {
      const read = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return read < all && pages.at(-1)?.rows.length !== 0 ? read + 1 : undefined;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });

export type SharedPathAsk = Pick<SharedPathQuestion, 'token' | 'key' | 'date1' | 'date2'>;

export const sharedPathQuery = (asked: SharedPathAsk) =>
  queryOptions({
    queryKey: ['shared-path', asked] as const,
    queryFn: ({ signal }) =>
      request('POST /api/v1/shared/path', {
        body: { ...asked, lang: languageNow() },
        signal,
        read: async (answer) => (await shapes()).SharedPathAnswer.parse(answer),
      }),
    placeholderData: keepPreviousData,
    retry: false,
  });
