/** Where a counter's rates are fetched from: seen, set, stopped, and asked now. */
import type { RateSource, RateSourceInput } from '@goalpost/contract/notices/rate-source';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const key = (counterId: number) => ['rate-source', counterId];
const read = async (answer: unknown): Promise<RateSource | null> =>
  (await import('./rate-source-shapes.ts')).RateSourceAnswer.parse(answer).source;

export const rateSourceQuery = (counterId: number) =>
  queryOptions({
    queryKey: key(counterId),
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/rates/source', { params: { counterId }, signal, read }),
  });

/** What is asked: a source to set, `now` to fetch from it, null to stop. */
export function useChangeRateSource(counterId: number) {
  const queries = useQueryClient();
  const params = { counterId };
  return useMutation({
    mutationFn: (asked: RateSourceInput | 'now' | null) =>
      asked === null
        ? request('DELETE /api/v1/counters/{counterId}/rates/source', { params, read })
        : asked === 'now'
          ? request('POST /api/v1/counters/{counterId}/rates/source', { params, read })
          : request('PUT /api/v1/counters/{counterId}/rates/source', {
              params,
              body: { source: asked },
              read,
            }),
    async onSuccess(source) {
      queries.setQueryData(key(counterId), source);
      // Revenue on every screen follows.
      await queries.invalidateQueries({ queryKey: ['stat'] });
    },
  });
}
