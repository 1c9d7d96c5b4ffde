/** Finding, exporting and erasing a person over the API [P11]–[P14]. */
import { randomBytes } from 'node:crypto';
import {
  ErasureEnvelope,
  ErasureList,
  PersonExport,
  PersonFound,
  PersonQuery,
  type Erasure,
} from '@goalpost/contract/management';
import { z } from 'zod';
import type { Clock } from '../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import type { Erasing } from './erasing.ts';
import { findPerson, type Finding } from './find.ts';
import type { ErasureStore, StoredErasure } from './port.ts';

export interface PeopleEndpointDeps extends Finding {
  readonly erasures: ErasureStore;
  readonly erasing: Pick<Erasing, 'resume'>;
  readonly clock: Clock;
}

const ALL = '/api/v1/counters/:counterId/people';
const OneParams = CounterParams.extend({ erasureId: z.string().max(64) });

const unknown = () => problem('not_found', 'Nothing is kept of such a person on this counter.', 'value');

const shown = (erasure: StoredErasure): Erasure => ({
  id: erasure.id,
  counter_id: erasure.counterId,
  by: erasure.by,
  state: erasure.finishedAt === null ? 'waiting' : 'done',
  counts: erasure.counts,
  by_hand: [...erasure.byHand],
  asked_by: erasure.askedBy,
  created_at: erasure.createdAt,
  finished_at: erasure.finishedAt,
  waits_for: erasure.waitsFor,
});

export function peopleEndpoints(deps: PeopleEndpointDeps): Endpoint[] {
  const { erasures, erasing, clock } = deps;
  return [
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/find`,
      summary: 'How much is kept of a person',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      body: PersonQuery,
      response: PersonFound,
      async handle({ params, body }) {
        const found = await findPerson(deps, params.counterId, body);
        return found === null ? unknown() : { counts: found.counts };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/export`,
      summary: 'Everything that is kept of a person',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      body: PersonQuery,
      response: PersonExport,
      async handle({ params: { counterId }, body }) {
        const found = await findPerson(deps, counterId, body);
        if (found === null) return unknown();
        const analytics = await deps.visits.rows(counterId, found.person.visitors);
        const chat = await deps.records.rows(counterId, found.person);
        return {
          counter_id: counterId,
          exported_at: clock.now(),
          counts: found.counts,
          ...analytics,
          chat,
        };
      },
    }),
    defineEndpoint({
      method: 'POST',
      url: `${ALL}/erasures`,
      summary: 'Erase a person: hits, visits, chat, files, deliveries and letters',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      body: PersonQuery,
      response: ErasureEnvelope,
      async handle({ params: { counterId }, body }, { caller }) {
        const found = await findPerson(deps, counterId, body);
        if (found === null) return unknown();
        const erasure: StoredErasure = {
          id: randomBytes(12).toString('hex'),
          counterId,
          by: body.by,
          person: found.person,
          counts: found.counts,
          byHand: [],
          askedBy: caller?.login ?? '',
          createdAt: clock.now(),
          finishedAt: null,
          waitsFor: '',
        };
        await erasures.add(erasure);
        void erasing.resume();
        return { erasure: shown(erasure) };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: `${ALL}/erasures`,
      summary: 'Erasures of this counter, the latest first',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: CounterParams,
      response: ErasureList,
      handle: async ({ params }) => ({ erasures: (await erasures.list(params.counterId)).map(shown) }),
    }),
    defineEndpoint({
      method: 'GET',
      url: `${ALL}/erasures/:erasureId`,
      summary: 'The receipt of an erasure',
      tag: 'people',
      auth: { counter: 'edit' },
      ofDeleted: true,
      params: OneParams,
      response: ErasureEnvelope,
      async handle({ params }) {
        const erasure = await erasures.get(params.counterId, params.erasureId);
        return erasure === null
          ? problem('not_found', 'There is no such erasure.', 'erasureId')
          : { erasure: shown(erasure) };
      },
    }),
  ];
}
