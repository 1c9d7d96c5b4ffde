/** Whether people may sign in by an identity provider, for the sign-in page. */
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';

export function ssoEndpoint(name: string | null): Endpoint {
  return defineEndpoint({
    method: 'GET',
    url: '/api/v1/sso',
    summary: 'The identity provider that people may sign in by',
    tag: 'accounts',
    auth: 'public',
    response: z
      .object({ name: z.string().nullable().describe('For the button; null where there is none.') })
      .meta({ id: 'SsoState' }),
    handle: async () => ({ name }),
  });
}
