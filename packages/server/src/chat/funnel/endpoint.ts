/** The chat's funnel over HTTP. */
import { ChatFunnel } from '@goalpost/contract/chat';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { askFunnel, type FunnelDeps } from './ask.ts';

export function funnelEndpoints(deps: FunnelDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/chat/funnel',
      summary: 'From visitors over invitations and conversations to goals and revenue',
      tag: 'chat',
      auth: { counter: 'view' },
      params: CounterParams,
      query: z.object({
        date1: z
          .string()
          .optional()
          .describe('First day, as `/stat/v1/data` takes it; `6daysAgo` unless said.'),
        date2: z.string().optional().describe('Last day, likewise; `today` unless said.'),
      }),
      response: ChatFunnel,
      handle: ({ params, query: { date1, date2 } }, context) =>
        askFunnel(deps, params.counterId, { date1, date2 }, context),
    }),
  ];
}
