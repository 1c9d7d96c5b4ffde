/** Uploads of what happened outside of the site: listed, sent, deleted. */
import type { ClientIdType, ConversionUploading, UploadType } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';
import { MOST_SHOWN } from './costs.ts';

const key = (counterId: number) => ['uploads', counterId];

export const conversionUploadsQuery = (counterId: number) =>
  queryOptions({
    queryKey: key(counterId),
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}/offline_conversions/uploadings', {
        params: { counterId },
        query: { limit: MOST_SHOWN },
        signal,
        read: async (answer) => (await import('./shapes.ts')).ConversionUploadingList.parse(answer),
      }),
  });

/** Goals may have been made, and every report follows. */
function useChanged(counterId: number) {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: key(counterId) });
    await queries.invalidateQueries({ queryKey: ['goals'] });
    await queries.invalidateQueries({ queryKey: ['stat'] });
  };
}

export function useUploadConversions(
  counterId: number,
  about: { readonly type: UploadType; readonly idType: ClientIdType },
) {
  const changed = useChanged(counterId);
  return useMutation({
    async mutationFn({ name, text }: { readonly name: string; readonly text: string }) {
      const { type, idType } = about;
      const sent = {
        params: { counterId },
        body: { file: text },
        read: async (answer: unknown): Promise<ConversionUploading> =>
          (await import('./shapes.ts')).ConversionUploadingEnvelope.parse(answer).uploading,
      };
      const query = { comment: name.slice(0, 255), client_id_type: idType };
      return type === 'CALLS'
        ? await request('POST /management/v1/counter/{counterId}/offline_conversions/upload_calls', {
            ...sent,
            query,
          })
        : await request('POST /management/v1/counter/{counterId}/offline_conversions/upload', {
            ...sent,
            query: { ...query, type },
          });
    },
    onSuccess: changed,
  });
}

export function useDeleteConversions(counterId: number) {
  const changed = useChanged(counterId);
  return useMutation({
    mutationFn: (uploadingId: number) =>
      request('DELETE /management/v1/counter/{counterId}/offline_conversions/uploading/{uploadingId}', {
        params: { counterId, uploadingId },
        read: () => null,
      }),
    onSuccess: changed,
  });
}
