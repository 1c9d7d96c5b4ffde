/** The table of rates over HTTP: who may view the counter sees it, who may edit sets it [M73]. */
import { RateTable } from '@goalpost/contract/reports/rates';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { problem, problems } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { CounterStore } from '../port.ts';
import type { RateSourceStore } from './source/port.ts';
import { faultsOf } from './table.ts';

const URL = '/api/v1/counters/:counterId/rates';
const Envelope = z.object({ table: RateTable });

const gone = (counterId: number) => problem('not_found', `There is no counter ${counterId}.`, 'counterId');

export function rateEndpoints(
  counters: Pick<CounterStore, 'get' | 'update'>,
  sources: Pick<RateSourceStore, 'get'>,
): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: URL,
      summary: 'Rates by which revenue in other currencies is converted',
      tag: 'counters',
      auth: { counter: 'view' },
      params: CounterParams,
      response: Envelope,
      async handle({ params: { counterId } }) {
        const counter = await counters.get(counterId);
        return counter === null ? gone(counterId) : { table: counter.rates };
      },
    }),
    defineEndpoint({
      method: 'PUT',
      url: URL,
      summary: 'Set the whole table of rates; an empty one converts nothing',
      tag: 'counters',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: Envelope,
      response: Envelope,
      async handle({ params: { counterId }, body: { table } }) {
        const faults = faultsOf(table, (await sources.get(counterId))?.into);
        if (faults !== null) return problems(faults);
        const changed = await counters.update(counterId, { rates: table });
        return changed === null ? gone(counterId) : { table: changed.rates };
      },
    }),
  ];
}
