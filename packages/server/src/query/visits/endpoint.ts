/** The visit log over HTTP. */
import { VisitLog } from '@goalpost/contract/reports/visits';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { StatDeps } from '../ask.ts';
import { text, within } from '../endpoints/parameters.ts';
import type { RawParams } from '../parse/request.ts';
import { askVisits } from './ask.ts';

const MAX_VISITS = 200;

export function visitLogEndpoints(deps: StatDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/visits',
      summary: 'The visit log: visits that a filter chooses, newest first',
      tag: 'visits',
      auth: { counter: 'view' },
      params: CounterParams,
      query: z.object({
        ...within,
        lang: text('Language of names: en or ru.'),
        timezone: text('`±hh:mm` instead of the time zone of the counter.'),
        attribution: text('Which visit a source in filters is of: first, last or lastsign.'),
        after: z.string().max(64).optional().describe('`next` of the page before.'),
        limit: z.coerce.number().int().min(1).max(MAX_VISITS).default(50).describe('At most 200.'),
      }),
      response: VisitLog,
      handle: ({ params: { counterId }, query: { after, limit, ...said } }, context) =>
        askVisits(deps, { counterId, after, limit }, said as RawParams, context),
    }),
  ];
}
