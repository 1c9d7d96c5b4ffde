/** A new e-mail address of the caller's account over HTTP. */
import { GrantLogin } from '@goalpost/contract/management';
import { z } from 'zod';
import { MAX_PASSWORD_LENGTH } from '../../accounts/index.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { callerOf } from '../caller.ts';
import type { Emails } from './new-address.ts';

const tag = 'access';
const Token = z.string().min(1).max(200);

export function emailEndpoints(emails: Emails): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/me/email',
      summary: 'Ask for another e-mail address of your account; a link goes to it',
      tag,
      auth: 'self',
      guarded: true,
      body: z
        .object({ email: GrantLogin.shape.user_login, password: z.string().min(1).max(MAX_PASSWORD_LENGTH) })
        .meta({ id: 'NewEmailInput' }),
      response: z.object({ sent_to: z.string() }),
      handle: async ({ body }, context) =>
        emails.ask(callerOf(context), { ...body, from: context.from ?? { address: '', cookies: '' } }),
    }),
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/email/link',
      summary: 'Which account a link for a new e-mail address changes, and to what',
      tag,
      auth: 'public',
      guarded: true,
      query: z.object({ token: Token }),
      response: z.object({ login: z.string(), email: z.string() }),
      handle: async ({ query }) => emails.whose(query.token),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/email',
      summary: 'Take the new e-mail address by the one-time link that went to it',
      tag,
      auth: 'public',
      guarded: true,
      body: z.object({ token: Token }),
      response: z.object({ login: z.string() }),
      handle: async ({ body }) => emails.take(body.token),
    }),
  ];
}
