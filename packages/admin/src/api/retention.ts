/** How long what is kept, what would go, and what went. */
import { RETENTION_KINDS, type RetentionPeriods } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request, shaped } from './http.ts';

const readRetention = shaped((shapes) => shapes.Retention);
const readPreview = shaped((shapes) => shapes.RetentionPreview);
const readRun = shaped((shapes) => shapes.RetentionRunEnvelope);

export const retentionQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['retention', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/retention', {
        params: { counterId },
        signal,
        read: readRetention,
      }),
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => run.state === 'waiting') === true ? 2_000 : false,
  });

export function usePreviewRetention(counterId: number) {
  return useMutation({
    mutationFn: (retention: RetentionPeriods) =>
      request('POST /api/v1/counters/{counterId}/retention/preview', {
        params: { counterId },
        body: { retention },
        read: async (answer) => (await readPreview(answer)).losses,
      }),
  });
}

/** Saves, and removes what is too old at once. */
export function useApplyRetention(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (retention: RetentionPeriods) => {
      const params = { counterId };
      const saved = await request('PUT /api/v1/counters/{counterId}/retention', {
        params,
        body: { retention },
        read: readRetention,
      });
      if (RETENTION_KINDS.some((kind) => saved.retention[kind] !== null))
        await request('POST /api/v1/counters/{counterId}/retention/runs', { params, read: readRun });
      return saved;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['retention', counterId] }),
  });
}

/** All of a deleted site, for good. */
export function usePurgeCounter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (counterId: number) =>
      request('POST /api/v1/counters/{counterId}/purge', { params: { counterId }, read: () => counterId }),
    onSuccess: (counterId) =>
      queries.setQueryData<readonly { readonly id: number }[]>(['counters', 'Deleted'], (list) =>
        list?.filter(({ id }) => id !== counterId),
      ),
  });
}
