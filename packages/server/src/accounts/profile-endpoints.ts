/** Who the caller is, for clients and for the admin's frame. */
import { TOKEN_SCOPES } from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint, type EndpointContext } from '../kit/endpoint.ts';
import type { People } from './people.ts';
import { LANGUAGES } from './sign-in.ts';

export const MAX_NAME_LENGTH = 255;

const Name = z.string().trim().min(1).max(MAX_NAME_LENGTH);

const Me = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    language: z.enum(LANGUAGES),
    scope: z.enum(TOKEN_SCOPES),
    second_factor_needed: z
      .boolean()
      .describe(
        'The server requires a second factor, and yours is still to be set up: nothing else is there.',
      ),
  })
  .meta({ id: 'Me' });

export function profileEndpoints(people: People): Endpoint[] {
  async function me({ caller }: EndpointContext) {
    const person = caller && (await people.byId(caller.accountId));
    return {
      id: caller?.accountId,
      login: caller?.login,
      name: person?.name ?? '',
      language: person?.language ?? 'en',
      scope: caller?.scope,
      second_factor_needed: caller?.lacksSecondFactor ?? false,
    };
  }
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/me',
      summary: 'Who you are',
      tag: 'accounts',
      auth: 'account',
      beforeSecondFactor: true,
      response: Me,
      handle: async (_input, context) => me(context),
    }),
    defineEndpoint({
      method: 'PUT',
      url: '/api/v1/me',
      summary: 'Choose your language and your name; what is absent stays',
      tag: 'accounts',
      auth: 'self',
      beforeSecondFactor: true,
      body: z.object({ language: z.enum(LANGUAGES).optional(), name: Name.optional() }),
      response: Me,
      handle: async ({ body: { language, name } }, context) => {
        const changes = { ...(language && { language }), ...(name !== undefined && { name }) };
        if (Object.keys(changes).length > 0) await people.change(context.caller?.accountId ?? '', changes);
        return me(context);
      },
    }),
  ];
}
