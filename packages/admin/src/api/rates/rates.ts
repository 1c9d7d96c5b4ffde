/** The table of rates of a counter, read and set as a whole. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const key = (counterId: number) => ['rates', counterId];
const read = async (answer: unknown): Promise<RateTable> =>
  (await import('./rate-shapes.ts')).RateEnvelope.parse(answer).table;

export const ratesQuery = (counterId: number) =>
  queryOptions({
    queryKey: key(counterId),
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/rates', { params: { counterId }, signal, read }),
  });

export function useSetRates(counterId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (table: RateTable) =>
      request('PUT /api/v1/counters/{counterId}/rates', { params: { counterId }, body: { table }, read }),
    async onSuccess(table) {
      queries.setQueryData(key(counterId), table);
      // Revenue on every screen follows.
      await queries.invalidateQueries({ queryKey: ['stat'] });
    },
  });
}
