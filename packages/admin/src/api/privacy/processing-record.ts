/** What is kept of people on a site, where and for how long, and what leaves the machine. */
import { queryOptions } from '@tanstack/react-query';
import { request, shaped } from '../http.ts';

export const processingRecordQuery = (counterId: number) =>
  queryOptions({
    queryKey: ['processing-record', counterId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/counters/{counterId}/processing-record', {
        params: { counterId },
        signal,
        read: async (answer) => (await shaped((known) => known.ProcessingRecordEnvelope)(answer)).record,
      }),
    // Made of settings of many screens: what was changed on another one is in it.
    staleTime: 0,
    refetchOnMount: 'always',
  });
