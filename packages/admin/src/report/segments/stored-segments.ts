/** Saved segments of a counter: filters with a name. */
import type { SegmentInput } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, shaped } from '../../api/http.ts';

const readList = shaped((shapes) => shapes.SegmentList);
const readEnvelope = shaped((shapes) => shapes.SegmentEnvelope);
const nothing = (): null => null;

export const segmentsQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['segments', counterId],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}/apisegment/segments', {
        params: { counterId },
        signal,
        read: async (answer) => (await readList(answer)).segments,
      }),
    staleTime: 60_000,
  });

const segmentQuery = (counterId: number, segmentId: number) =>
  queryOptions({
    queryKey: ['segments', counterId, segmentId],
    queryFn: ({ signal }) =>
      request('GET /management/v1/counter/{counterId}/apisegment/segment/{segmentId}', {
        params: { counterId, segmentId },
        signal,
        read: async (answer) => (await readEnvelope(answer)).segment,
      }),
    staleTime: 60_000,
    retry: false,
  });

/**
 * Names of segments by their numbers: those that stand in the list of a colleague alone are asked for one by one [M144].
 * @returns undefined for what is no segment, or not known yet
 */
export function useSegmentNames(
  counterId: number,
  ids: readonly string[],
): (id: string) => string | undefined {
  const listed = useQuery({ ...segmentsQuery(counterId), enabled: ids.length > 0 });
  const isListed = (id: string): boolean =>
    listed.data?.some(({ segment_id: known }) => String(known) === id) ?? true;
  const others = useQueries({
    queries: ids
      .filter((id) => /^[1-9]\d{0,8}$/.test(id) && !isListed(id))
      .map((id) => segmentQuery(counterId, Number(id))),
  });
  const known = [...(listed.data ?? []), ...others.flatMap(({ data }) => data ?? [])];
  return (id) => known.find(({ segment_id: one }) => String(one) === id)?.name;
}

export function useSaveSegment(counterId: number) {
  const again = useAgain(counterId);
  return useMutation({
    mutationFn: ({ id, segment }: { readonly id?: number; readonly segment: SegmentInput }) =>
      id === undefined
        ? request('POST /management/v1/counter/{counterId}/apisegment/segments', {
            params: { counterId },
            body: { segment },
            read: async (answer) => (await readEnvelope(answer)).segment,
          })
        : request('PUT /management/v1/counter/{counterId}/apisegment/segment/{segmentId}', {
            params: { counterId, segmentId: id },
            body: { segment },
            read: async (answer) => (await readEnvelope(answer)).segment,
          }),
    onSuccess: again,
  });
}

export function useDeleteSegment(counterId: number) {
  const again = useAgain(counterId);
  return useMutation({
    mutationFn: (segmentId: number) =>
      request('DELETE /management/v1/counter/{counterId}/apisegment/segment/{segmentId}', {
        params: { counterId, segmentId },
        read: nothing,
      }),
    onSuccess: again,
  });
}

/** Reports within a segment change with it. */
function useAgain(counterId: number) {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    void queries.invalidateQueries({ queryKey: ['stat'] });
    await queries.invalidateQueries({ queryKey: ['segments', counterId] });
  };
}
