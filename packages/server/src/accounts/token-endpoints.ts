/** API tokens over HTTP: list, make, revoke. A caller sees only their own. */
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { problem } from '../kit/problem.ts';
import type { TokenRecord } from './port.ts';
import type { Tokens } from './tokens.ts';

const ApiToken = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(['read', 'write']),
    create_time: z.string(),
    last_used_time: z.string().nullable().describe('To the minute.'),
  })
  .meta({ id: 'ApiToken' });

const ApiTokenInput = z
  .object({ name: z.string().trim().min(1).max(255), scope: z.enum(['read', 'write']).default('read') })
  .meta({ id: 'ApiTokenInput' });

const MAX_TOKENS = 100;

export function tokenEndpoints(tokens: Tokens): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/tokens',
      summary: 'Your API tokens',
      tag: 'accounts',
      auth: 'account',
      response: z.object({ tokens: z.array(ApiToken) }),
      handle: async (_input, { caller }) => ({
        tokens: (await tokens.list(caller?.accountId ?? '')).map(shape),
      }),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/tokens',
      summary: 'Make an API token; its text is shown this once',
      tag: 'accounts',
      auth: 'account',
      body: z.object({ token: ApiTokenInput }),
      response: z.object({ token: ApiToken.extend({ value: z.string() }) }),
      handle: async ({ body }, { caller }) => {
        const accountId = caller?.accountId ?? '';
        if ((await tokens.list(accountId)).length >= MAX_TOKENS) {
          return problem('limit_exceeded', `An account has at most ${MAX_TOKENS} tokens. Revoke one first.`);
        }
        const { token, record } = await tokens.issue(accountId, body.token.name, body.token.scope);
        return { token: { ...shape(record), value: token } };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: '/api/v1/tokens/:tokenId',
      summary: 'Revoke an API token: it stops working at once',
      tag: 'accounts',
      auth: 'account',
      params: z.object({ tokenId: z.uuid() }),
      response: z.object({ success: z.literal(true) }),
      handle: async ({ params }, { caller }) =>
        (await tokens.revoke(caller?.accountId ?? '', params.tokenId))
          ? { success: true }
          : problem('not_found', 'You have no such token.', 'tokenId'),
    }),
  ];
}

function shape(record: TokenRecord): z.output<typeof ApiToken> {
  return {
    id: record.id,
    name: record.name,
    scope: record.scope,
    create_time: new Date(record.createdAt).toISOString(),
    last_used_time: record.lastUsedAt === null ? null : new Date(record.lastUsedAt).toISOString(),
  };
}
