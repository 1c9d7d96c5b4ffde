/** Collection health and the live feed over the API. */
import { CollectionHealth, LiveFeed as LiveAnswer } from '@goalpost/contract/collection';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import type { Clock } from '../../kit/clock.ts';
import { problem } from '../../kit/problem.ts';
import type { LiveFeed } from '../live-feed.ts';
import type { CounterDirectory } from '../ports.ts';
import type { Health } from './health.ts';

export interface HealthEndpointDeps {
  readonly clock: Clock;
  readonly directory: CounterDirectory;
  readonly health: Health;
  readonly live: LiveFeed;
  server(): CollectionHealth['server'];
}

const Params = z.object({ counterId: z.coerce.number().int().positive() });

export function collectEndpoints(deps: HealthEndpointDeps): Endpoint[] {
  const { clock, directory, health, live } = deps;
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/health',
      summary: 'What became of the hits of a counter: stored, odd, refused and why',
      tag: 'collection',
      auth: { counter: 'view' },
      params: Params,
      response: CollectionHealth,
      handle({ params }) {
        const config = directory.get(params.counterId);
        if (config === undefined)
          return Promise.resolve(problem('not_found', 'There is no such counter.', 'counterId'));
        return Promise.resolve({ ...health.of(config, clock.now()), server: deps.server() });
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/live',
      summary: 'The latest hits of a counter, and how many visitors are there now',
      tag: 'collection',
      auth: { counter: 'view' },
      params: Params,
      response: LiveAnswer,
      handle: ({ params }) => Promise.resolve(live.of(params.counterId, clock.now())),
    }),
  ];
}
