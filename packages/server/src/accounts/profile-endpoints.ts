/** Who the caller is, for clients and for the admin's frame. */
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import type { People } from './people.ts';
import { LANGUAGES } from './sign-in.ts';

const Me = z
  .object({
    id: z.string(),
    login: z.string(),
    language: z.enum(LANGUAGES),
    scope: z.enum(['read', 'write']),
  })
  .meta({ id: 'Me' });

export function profileEndpoints(people: People): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/me',
      summary: 'Who you are',
      tag: 'accounts',
      auth: 'account',
      response: Me,
      handle: async (_input, { caller }) => {
        const person = caller && (await people.byId(caller.accountId));
        return {
          id: caller?.accountId,
          login: caller?.login,
          language: person?.language ?? 'en',
          scope: caller?.scope,
        };
      },
    }),
    defineEndpoint({
      method: 'PUT',
      url: '/api/v1/me',
      summary: 'Choose your language',
      tag: 'accounts',
      auth: 'account',
      body: z.object({ language: z.enum(LANGUAGES) }),
      response: Me,
      handle: async ({ body }, { caller }) => {
        await people.setLanguage(caller?.accountId ?? '', body.language);
        return { id: caller?.accountId, login: caller?.login, language: body.language, scope: caller?.scope };
      },
    }),
  ];
}
