/** The preview over HTTP. */
import { GoalPreview, GoalPreviewInput } from '@goalpost/contract/workbench';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import type { PreviewGoal } from './previews.ts';

export const previewEndpoints = (previewGoal: PreviewGoal): Endpoint[] => [
  defineEndpoint({
    method: 'POST',
    asks: true,
    url: '/api/v1/counters/:counterId/goal-preview',
    summary: 'What a goal would have counted in the last days, before it is made or changed',
    tag: 'goals',
    auth: { counter: 'view' },
    params: z.object({ counterId: z.coerce.number().int() }),
    body: GoalPreviewInput,
    response: GoalPreview,
    handle: ({ params: { counterId }, body }, { caller, signal }) =>
      previewGoal(caller?.accountId ?? '', counterId, body, signal),
  }),
];
