/** Invitations over HTTP: for those who invite, and for those who come. */
import { Success } from '@goalpost/contract/goals';
import { AccessInvitationList, AccessInvitationMade, Joined, JoinOffer } from '@goalpost/contract/management';
import { z } from 'zod';
import { LANGUAGES, MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../accounts/index.ts';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { callerOf } from './caller.ts';
import type { Invitations } from './invitations.ts';

const ALL = '/api/v1/counters/:counterId/invitations';
const OneParams = CounterParams.extend({ invitationId: z.uuid() });
const auth = { counter: 'edit' } as const;
const tag = 'access';

const Token = z.string().min(1).max(200);
const JoinBody = z
  .object({
    token: Token,
    name: z.string().trim().min(1).max(MAX_NAME_LENGTH).optional(),
    password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH).optional(),
    language: z.enum(LANGUAGES).optional(),
  })
  .meta({ id: 'JoinInput' });

export function invitationEndpoints(invitations: Invitations): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: ALL,
      summary: 'People who were invited and have not come yet',
      tag,
      auth,
      params: CounterParams,
      response: AccessInvitationList,
      handle: async ({ params }) => ({ invitations: await invitations.list(params.counterId) }),
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/:invitationId/link`,
      summary: 'A new link for an invitation; the one before stops working',
      tag,
      auth,
      params: OneParams,
      response: AccessInvitationMade,
      handle: async ({ params }, context) =>
        invitations.renew(params.counterId, params.invitationId, callerOf(context)),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${ALL}/:invitationId`,
      summary: 'Take an invitation back: its link stops working',
      tag,
      auth,
      params: OneParams,
      response: Success,
      handle: async ({ params }, context) =>
        (await invitations.revoke(params.counterId, params.invitationId, callerOf(context))) ?? {
          success: true,
        },
    }),
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/join',
      summary: 'What an invitation is to',
      tag,
      auth: 'public',
      guarded: true,
      query: z.object({ token: Token }),
      response: JoinOffer,
      handle: async ({ query }) => invitations.offer(query.token),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/join',
      summary: 'Take an invitation; who has an account signs in before, anybody else gives name and password',
      tag,
      auth: 'public',
      guarded: true,
      body: JoinBody,
      response: Joined,
      handle: async ({ body: { token, name, password, language } }, { caller }) => {
        const chosen = {
          ...(name && { name }),
          ...(password && { password }),
          ...(language && { language }),
        };
        return invitations.accept(token, chosen, caller?.scope === 'write' ? caller : null);
      },
    }),
  ];
}
