/** Alerts over HTTP, for those who may edit the counter. */
import { AlertReplay, AlertTrial } from '@goalpost/contract/notices';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import type { HistoryDeps } from './history.ts';
import { tryAlert } from './trial.ts';

const ALERTS = '/api/v1/counters/:counterId/alerts';
const OfCounter = z.object({ counterId: z.coerce.number().int() });

export function alertEndpoints(deps: HistoryDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      url: `${ALERTS}/replay`,
      summary: 'What an alert would have told in the days before',
      tag: 'alerts',
      auth: { counter: 'edit' },
      asks: true,
      params: OfCounter,
      body: z.object({ alert: AlertTrial }),
      response: AlertReplay,
      handle: ({ params, body }, { signal }) => tryAlert(deps, params.counterId, body.alert, signal),
    }),
  ];
}
