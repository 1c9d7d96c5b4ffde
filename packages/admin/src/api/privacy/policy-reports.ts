/** What policies of the web app's pages have blocked; empty but for the server's owner. */
import { queryOptions } from '@tanstack/react-query';
import { request, shaped } from '../http.ts';

export const policyReportsQuery = queryOptions({
  queryKey: ['policy-reports'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/csp-reports', {
      signal,
      read: async (answer) => (await shaped((known) => known.PolicyReportList)(answer)).reports,
    }),
  refetchOnMount: 'always',
});
