/** The identity provider that people may sign in by. */
import { queryOptions } from '@tanstack/react-query';
import { request, shaped } from '../http.ts';

/** Its name; null: there is none. */
export const ssoQuery = queryOptions({
  queryKey: ['sso'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/sso', {
      signal,
      read: async (answer) => (await shaped((known) => known.SsoState)(answer)).name,
    }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Why the identity provider has not let a person in. */
export const SSO_REFUSALS = ['unknown', 'unverified', 'away', 'failed'] as const;
export type SsoRefusal = (typeof SSO_REFUSALS)[number];
