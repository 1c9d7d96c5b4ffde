/** The record of processing over the API [P29]–[P31]. */
import { ProcessingRecordEnvelope } from '@goalpost/contract/management';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { recordOf, type CounterFacts, type ServerFacts } from './record.ts';

export interface RecordDeps {
  readonly server: ServerFacts;
  /** Null: there is no such counter. */
  factsOf(counterId: number): Promise<CounterFacts | null>;
  readonly clock: Clock;
}

export function recordEndpoints({ server, factsOf, clock }: RecordDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/processing-record',
      summary: 'What is kept of people, where and for how long, who sees it, and what leaves the machine',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      response: ProcessingRecordEnvelope,
      async handle({ params: { counterId } }) {
        const facts = await factsOf(counterId);
        if (facts === null) return problem('not_found', 'There is no such counter.', 'counterId');
        return { record: recordOf(server, facts, clock.now()) };
      },
    }),
  ];
}
