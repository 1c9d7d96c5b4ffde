/** Saved paths over HTTP. */
import { SavedPathEnvelope, SavedPathInput, SavedPathList } from '@goalpost/contract/management';
import { Success } from '@goalpost/contract/goals';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { createPaths, type PathDeps } from './paths.ts';

const PATHS = '/api/v1/counters/:counterId/paths';
const ONE = `${PATHS}/:pathId`;
const params = CounterParams.extend({ pathId: z.string().max(64) });
const body = z.object({ path: SavedPathInput });

export function pathEndpoints(deps: PathDeps): Endpoint[] {
  const paths = createPaths(deps);
  const common = { tag: 'boards', auth: { counter: 'analyse' } } as const;
  return [
    defineEndpoint({
      ...common,
      auth: { counter: 'view' },
      method: 'GET',
      url: PATHS,
      summary: 'Saved funnels, retention and journeys: yours, and those that others share',
      params: CounterParams,
      response: SavedPathList,
      handle: ({ params: { counterId } }, context) => paths.list(counterId, context),
    }),
    defineEndpoint({
      ...common,
      method: 'POST',
      url: PATHS,
      summary: 'Save a funnel, retention or journeys by a name',
      params: CounterParams,
      body,
      response: SavedPathEnvelope,
      handle: ({ params: { counterId }, body: { path } }, context) => paths.make(counterId, path, context),
    }),
    defineEndpoint({
      ...common,
      method: 'PUT',
      url: ONE,
      summary: 'Replace a saved path of yours',
      params,
      body,
      response: SavedPathEnvelope,
      handle: ({ params: { counterId, pathId }, body: { path } }, context) =>
        paths.replace(counterId, pathId, path, context),
    }),
    defineEndpoint({
      ...common,
      method: 'DELETE',
      url: ONE,
      summary: 'Delete a saved path; what stands on boards stays',
      params,
      response: Success,
      handle: ({ params: { counterId, pathId } }, context) => paths.remove(counterId, pathId, context),
    }),
  ];
}
