/** Shared links over HTTP: for those who edit a counter, and for those who have a link. */
import {
  SharedAnswer,
  SharedOpening,
  SharedPathAnswer,
  SharedPathQuestion,
  SharedQuestion,
  SharedReport,
  ShareInput,
  ShareList,
  ShareMade,
} from '@goalpost/contract/management';
import { Success } from '@goalpost/contract/goals';
import { z } from 'zod';
import { defineEndpoint, RawBody, type Endpoint } from '../kit/endpoint.ts';
import { isProblem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { createShares, type ShareDeps } from './shares.ts';

const SHARES = '/api/v1/counters/:counterId/shares';

export function shareEndpoints(deps: ShareDeps): Endpoint[] {
  const shares = createShares(deps);
  return [
    defineEndpoint({
      method: 'GET',
      url: SHARES,
      summary: 'Shared links of a counter, newest first',
      tag: 'sharing',
      auth: { counter: 'edit' },
      params: CounterParams,
      response: ShareList,
      handle: async ({ params }) => ({ shares: await shares.list(params.counterId) }),
    }),
    defineEndpoint({
      method: 'POST',
      url: SHARES,
      summary: 'Share a report by a link; its token is told once',
      tag: 'sharing',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: z.object({ share: ShareInput }),
      response: ShareMade,
      handle: ({ params, body }, context) =>
        shares.make(params.counterId, body.share, context.caller?.accountId ?? '', context),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${SHARES}/:shareId`,
      summary: 'Take a shared link back; it stops working at once',
      tag: 'sharing',
      auth: { counter: 'edit' },
      params: CounterParams.extend({ shareId: z.string().max(64) }),
      response: Success,
      handle: async ({ params }) =>
        (await shares.remove(params.counterId, params.shareId)) ?? { success: true },
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/shared',
      summary: 'What a shared link shows; before its password, that it needs one',
      tag: 'sharing',
      auth: 'public',
      body: SharedOpening.pick({ token: true }),
      response: SharedReport,
      handle: ({ body: { token } }, { from }) => shares.look(token, from?.cookies),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/shared/open',
      summary: 'Open a shared link by its password, for some hours',
      tag: 'sharing',
      auth: 'public',
      guarded: true,
      asks: true,
      body: SharedOpening,
      response: SharedReport,
      async handle({ body: { token, password = '' } }) {
        const opened = await shares.unlock(token, password);
        if (isProblem(opened)) return opened;
        const cookie = await shares.cookieFor(token, opened);
        return cookie === null
          ? opened
          : new RawBody('application/json; charset=utf-8', JSON.stringify(opened), { 'Set-Cookie': cookie });
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/shared/data',
      summary: 'The report of a shared link, within its days and filters',
      tag: 'sharing',
      auth: 'public',
      asks: true,
      body: SharedQuestion,
      response: SharedAnswer,
      handle: ({ body }, { signal }) => shares.ask(body, signal),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/shared/path',
      summary: 'The funnel, retention or journeys of a shared link, within its days and filters',
      tag: 'sharing',
      auth: 'public',
      asks: true,
      body: SharedPathQuestion,
      response: SharedPathAnswer,
      handle: ({ body }, { signal }) => shares.askPath(body, signal),
    }),
  ];
}
