/** Forgotten passwords over HTTP. */
import { Success } from '@goalpost/contract/goals';
import { GrantLogin, LinkMade } from '@goalpost/contract/management';
import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../accounts/index.ts';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { callerOf } from './caller.ts';
import type { Passwords } from './passwords.ts';

const tag = 'access';
const Token = z.string().min(1).max(200);
const Login = z.object({ login: z.string() });

export function passwordEndpoints(passwords: Passwords): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/counters/:counterId/password-link',
      summary: 'A one-time link by which a colleague chooses a new password',
      tag,
      auth: { counter: 'own' },
      params: CounterParams,
      body: GrantLogin,
      response: LinkMade,
      handle: async ({ params, body }, context) =>
        passwords.linkForColleague(params.counterId, body.user_login, callerOf(context)),
    }),
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/password',
      summary: 'Whether a link for a new password can be had by e-mail',
      tag,
      auth: 'public',
      response: z.object({ mail: z.boolean() }),
      handle: async () => ({ mail: passwords.byMail }),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/password/letter',
      summary: 'Have a link for a new password sent; the answer is the same for every address',
      tag,
      auth: 'public',
      guarded: true,
      body: GrantLogin,
      response: Success,
      handle: async ({ body }) => {
        passwords.ask(body.user_login);
        return { success: true };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/password/link',
      summary: 'Whose password a link is for',
      tag,
      auth: 'public',
      guarded: true,
      query: z.object({ token: Token }),
      response: Login,
      handle: async ({ query }) => passwords.whose(query.token),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/password',
      summary: 'Choose a new password with a one-time link; all sessions of the account end',
      tag,
      auth: 'public',
      guarded: true,
      body: z
        .object({ token: Token, password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH) })
        .meta({ id: 'NewPasswordInput' }),
      response: Login,
      handle: async ({ body }) => passwords.choose(body.token, body.password),
    }),
  ];
}
