/** API tokens over HTTP: list, make, revoke. A caller sees only their own. */
import { MAX_COUNTER_ID, TOKEN_SCOPES } from '@goalpost/contract/management';
import { z } from 'zod';
import type { Clock } from '../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { problem } from '../kit/problem.ts';
import type { TokenRecord } from './port.ts';
import type { Tokens } from './tokens.ts';
import { DAY_MS } from '../kit/dates/calendar-day.ts';

const ApiToken = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(TOKEN_SCOPES),
    counters: z.array(z.number().int()).nullable().describe('Those it is for; null: all that you may use.'),
    expires_time: z.string().nullable().describe('When it stops working; null: never.'),
    create_time: z.string(),
    last_used_time: z.string().nullable().describe('To the minute.'),
  })
  .meta({ id: 'ApiToken' });

const MAX_TOKENS = 100;
const MAX_COUNTERS = 100;
const MAX_DAYS = 3_650;

const ApiTokenInput = z
  .object({
    name: z.string().trim().min(1).max(255),
    scope: z.enum(TOKEN_SCOPES).default('read'),
    counters: z
      .array(z.number().int().min(1).max(MAX_COUNTER_ID))
      .min(1)
      .max(MAX_COUNTERS)
      .nullable()
      .default(null),
    expires_in_days: z.number().int().min(1).max(MAX_DAYS).nullable().default(null),
  })
  .meta({ id: 'ApiTokenInput' });

export function tokenEndpoints(tokens: Tokens, clock: Clock): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/tokens',
      summary: 'Your API tokens',
      tag: 'accounts',
      auth: 'self',
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
      auth: 'self',
      body: z.object({ token: ApiTokenInput }),
      response: z.object({ token: ApiToken.extend({ value: z.string() }) }),
      handle: async ({ body }, { caller }) => {
        const accountId = caller?.accountId ?? '';
        if ((await tokens.list(accountId)).length >= MAX_TOKENS) {
          return problem('limit_exceeded', `An account has at most ${MAX_TOKENS} tokens. Revoke one first.`);
        }
        const { expires_in_days: days, ...wanted } = body.token;
        const expiresAt = days === null ? null : clock.now() + days * DAY_MS;
        const { token, record } = await tokens.issue(accountId, { ...wanted, expiresAt });
        return { token: { ...shape(record), value: token } };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: '/api/v1/tokens/:tokenId',
      summary: 'Revoke an API token: it stops working at once',
      tag: 'accounts',
      auth: 'self',
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
    counters: record.counters === null ? null : [...record.counters],
    expires_time: record.expiresAt === null ? null : new Date(record.expiresAt).toISOString(),
    create_time: new Date(record.createdAt).toISOString(),
    last_used_time: record.lastUsedAt === null ? null : new Date(record.lastUsedAt).toISOString(),
  };
}
