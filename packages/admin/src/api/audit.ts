/** The audit log, a page at a time. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, shaped } from './http.ts';

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal, pageParam }) =>
    request('GET /api/v1/audit', {
      signal,
      query: pageParam === null ? {} : { before: String(pageParam) },
      read: shaped((known) => known.AuditList),
    }),
  initialPageParam: null as number | null,
  getNextPageParam: ({ next }) => next,
  refetchOnMount: 'always',
});
