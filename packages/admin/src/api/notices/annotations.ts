/** Notes on the charts of a counter. */
import type { AnnotationInput } from '@goalpost/contract/notices';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { languageNow } from '../../i18n/i18n.ts';
import { readBy } from '../answers/checks.ts';
import { request } from '../http.ts';

const shapes = () => import('./notice-shapes.ts');
const readList = readBy(shapes, (known) => known.AnnotationList);
const readEnvelope = readBy(shapes, (known) => known.AnnotationEnvelope);

export const annotationsQuery = (counterId: number, date1: string, date2: string) =>
  queryOptions({
    queryKey: ['annotations', counterId, date1, date2],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/annotations', {
        params: { counterId },
        query: { date1, date2, lang: languageNow() },
        signal,
        read: async (answer) => (await readList(answer)).annotations,
      }),
    staleTime: 30_000,
    // A chart without its notes is a chart all the same.
    retry: false,
  });

function useNoteChange<V, R>(counterId: number, mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ['annotations', counterId] }),
  });
}

/** @param id null: a new one */
export const useSaveNote = (counterId: number, id: string | null) =>
  useNoteChange(counterId, (annotation: AnnotationInput) =>
    id === null
      ? request('POST /api/v1/counters/{counterId}/annotations', {
          params: { counterId },
          body: { annotation },
          read: async (answer) => (await readEnvelope(answer)).annotation,
        })
      : request('PUT /api/v1/counters/{counterId}/annotations/{annotationId}', {
          params: { counterId, annotationId: id },
          body: { annotation },
          read: async (answer) => (await readEnvelope(answer)).annotation,
        }),
  );

export const useRemoveNote = (counterId: number) =>
  useNoteChange(counterId, (annotationId: string) =>
    request('DELETE /api/v1/counters/{counterId}/annotations/{annotationId}', {
      params: { counterId, annotationId },
      read: () => annotationId,
    }),
  );
