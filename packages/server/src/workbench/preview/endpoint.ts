/** The preview over HTTP. */
import { GoalPreview, GoalPreviewInput } from '@goalpost/contract/workbench';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { PreviewGoal } from './previews.ts';

export const previewEndpoints = (previewGoal: PreviewGoal): Endpoint[] => [
  defineEndpoint({
    method: 'POST',
    asks: true,
    url: '/api/v1/counters/:counterId/goal-preview',
    summary: 'What a goal would have counted in the last days, before it is made or changed',
    tag: 'goals',
    auth: { counter: 'view' },
    params: CounterParams,
    body: GoalPreviewInput,
    response: GoalPreview,
    handle: ({ params: { counterId }, body }, { caller, signal }) =>
      previewGoal(caller?.accountId ?? '', counterId, body, signal),
  }),
];
