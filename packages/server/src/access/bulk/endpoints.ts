/** Letting many people in by one request, on one counter or several. */
import { BulkInput, BulkResults } from '@goalpost/contract/management';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import type { Bulk } from './bulk.ts';
import { callerOf } from '../caller.ts';

const Params = z.object({ counterId: z.coerce.number().int() });

export function bulkEndpoints(bulk: Bulk): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/counters/:counterId/invitations/bulk',
      summary: 'Let many people in at once; what became of each address is answered',
      tag: 'access',
      auth: { counter: 'edit' },
      params: Params,
      body: BulkInput,
      response: BulkResults,
      async handle({ params, body }, context) {
        const counterIds = [params.counterId, ...body.counters];
        // All are looked at first: nothing is half done for want of a right.
        for (const counterId of body.counters) {
          const refusal = await context.authorise(counterId, 'edit');
          if (refusal !== null) return refusal;
        }
        const { user_logins: logins, perm: permission, comment } = body;
        return { results: await bulk.add({ logins, permission, comment, counterIds }, callerOf(context)) };
      },
    }),
  ];
}
