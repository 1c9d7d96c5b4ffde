/** Permission on counters over HTTP, in the shapes of the field's management API. */
import { Success } from '@goalpost/contract/goals';
import { GrantEnvelope, GrantInput, GrantList, GrantLogin, GrantMade } from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { isProblem, type Problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { callerOf } from './caller.ts';
import type { Grants } from './grants.ts';

const ONE = '/management/v1/counter/:counterId';
const Body = z.object({ grant: GrantInput });
/** What is read of a grant comes back with it. */
const TAKEN_UNUSED = ['grant.created_at', 'grant.partner_data_access'];
const auth = { counter: 'edit' } as const;
const tag = 'access';

const success = (refusal: Problem | null) => refusal ?? { success: true };

/** The owner and those who may edit see and change permission, as in the field. */
export function grantEndpoints(grants: Grants): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: `${ONE}/grants`,
      summary: 'Who may use the counter, beside its owner',
      tag,
      auth,
      params: CounterParams,
      response: GrantList,
      handle: async ({ params }) => ({ grants: await grants.list(params.counterId) }),
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ONE}/grants`,
      summary: 'Give permission; an address without an account is invited',
      tag,
      auth,
      params: CounterParams,
      body: Body,
      takenUnused: TAKEN_UNUSED,
      response: GrantMade,
      handle: async ({ params, body }, context) =>
        grants.add(params.counterId, body.grant, callerOf(context)),
    }),
    defineEndpoint({
      method: 'GET',
      url: `${ONE}/grant`,
      summary: 'What one account may do with the counter',
      tag,
      auth,
      params: CounterParams,
      query: GrantLogin,
      response: GrantEnvelope,
      async handle({ params, query }) {
        const grant = await grants.get(params.counterId, query.user_login);
        return isProblem(grant) ? grant : { grant };
      },
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${ONE}/grant`,
      summary: 'Change what an account may do with the counter',
      tag,
      auth,
      params: CounterParams,
      body: Body,
      takenUnused: TAKEN_UNUSED,
      response: GrantEnvelope,
      async handle({ params, body }, context) {
        const grant = await grants.change(params.counterId, body.grant, callerOf(context));
        return isProblem(grant) ? grant : { grant };
      },
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${ONE}/grant`,
      summary: 'Take permission away, at once; an invitation too',
      tag,
      auth,
      params: CounterParams,
      query: GrantLogin,
      response: Success,
      handle: async ({ params, query }, context) =>
        success(await grants.remove(params.counterId, query.user_login, callerOf(context))),
    }),
  ];
}
