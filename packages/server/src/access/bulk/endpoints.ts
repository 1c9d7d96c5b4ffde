/** Letting many people in by one request, on one counter or several. */
import { BulkInput, BulkResults } from '@goalpost/contract/management';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { Bulk } from './bulk.ts';
import { callerOf } from '../caller.ts';

export function bulkEndpoints(bulk: Bulk): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/counters/:counterId/invitations/bulk',
      summary: 'Let many people in at once; what became of each address is answered',
      tag: 'access',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: BulkInput,
      response: BulkResults,
      async handle({ params, body }, context) {
        const counterIds = [params.counterId, ...body.counters];
        // All are looked at first: nothing is half done for want of a right.
        for (const counterId of body.counters) {
          const refusal = await context.authorise(counterId, 'edit');
          if (refusal !== null) return refusal;
        }
        const { user_logins: logins, perm: permission, filters, comment } = body;
        const wanted = { logins, permission, filters, comment, counterIds };
        return { results: await bulk.add(wanted, callerOf(context)) };
      },
    }),
  ];
}
