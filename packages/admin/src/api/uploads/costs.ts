/** Uploads of the costs of advertising: listed, sent, deleted. */
import type { CostUploading } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const key = (counterId: number) => ['costs', counterId];
/** The newest; the screen shows no more. */
export const MOST_SHOWN = 100;

export const costUploadsQuery = (counterId: number) =>
  queryOptions({
    queryKey: key(counterId),
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}/expense/uploadings', {
        params: { counterId },
        query: { limit: MOST_SHOWN },
        signal,
        read: async (answer) => (await import('./shapes.ts')).CostUploadingList.parse(answer),
      }),
  });

/** Reports of costs follow, on every screen. */
function useChanged(counterId: number) {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: key(counterId) });
    await queries.invalidateQueries({ queryKey: ['stat'] });
  };
}

export function useUploadCosts(counterId: number) {
  const changed = useChanged(counterId);
  return useMutation({
    mutationFn: ({ name, text }: { readonly name: string; readonly text: string }): Promise<CostUploading> =>
      request('POST /management/v1/counter/{counterId}/expense/upload', {
        params: { counterId },
        query: { comment: name.slice(0, 255) },
        body: { file: text },
        read: async (answer) => (await import('./shapes.ts')).CostUploadingEnvelope.parse(answer).uploading,
      }),
    onSuccess: changed,
  });
}

export function useDeleteCosts(counterId: number) {
  const changed = useChanged(counterId);
  return useMutation({
    mutationFn: (uploadingId: number) =>
      request('DELETE /management/v1/counter/{counterId}/expense/uploading/{uploadingId}', {
        params: { counterId, uploadingId },
        read: () => null,
      }),
    onSuccess: changed,
  });
}
