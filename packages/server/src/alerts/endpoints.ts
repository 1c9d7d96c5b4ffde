/** Alerts over HTTP, for those who may edit the counter. */
import { Success } from '@goalpost/contract/goals';
import {
  AlertEnvelope,
  AlertInput,
  AlertList,
  AlertReplay,
  AlertTrial,
  type Alert,
} from '@goalpost/contract/notices';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { isProblem, type Problem } from '../kit/problem.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import { createAlertManagement, type AlertDeps } from './management.ts';
import { tryAlert } from './trial.ts';

const ALERTS = '/api/v1/counters/:counterId/alerts';
const OfAlert = CounterParams.extend({ alertId: z.string().max(64) });
const edit = { tag: 'alerts', auth: { counter: 'edit' } } as const;

const enveloped = (alert: Alert | Problem) => (isProblem(alert) ? alert : { alert });

export function alertEndpoints(deps: AlertDeps): Endpoint[] {
  const management = createAlertManagement(deps);
  return [
    defineEndpoint({
      ...edit,
      method: 'GET',
      url: ALERTS,
      summary: 'Alerts of a counter, with what they told of',
      params: CounterParams,
      response: AlertList,
      handle: async ({ params }) => ({ alerts: await management.list(params.counterId) }),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: ALERTS,
      summary: 'Set an alert',
      params: CounterParams,
      body: z.object({ alert: AlertInput }),
      response: AlertEnvelope,
      handle: async ({ params, body }) => enveloped(await management.make(params.counterId, body.alert)),
    }),
    defineEndpoint({
      ...edit,
      method: 'PUT',
      url: `${ALERTS}/:alertId`,
      summary: 'Change an alert, or switch it off and on',
      params: OfAlert,
      body: z.object({ alert: AlertInput }),
      response: AlertEnvelope,
      handle: async ({ params, body }) =>
        enveloped(await management.change(params.counterId, params.alertId, body.alert)),
    }),
    defineEndpoint({
      ...edit,
      method: 'DELETE',
      url: `${ALERTS}/:alertId`,
      summary: 'Delete an alert',
      params: OfAlert,
      response: Success,
      handle: async ({ params }) =>
        (await management.remove(params.counterId, params.alertId)) ?? { success: true },
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: `${ALERTS}/replay`,
      summary: 'What an alert would have told in the days before',
      asks: true,
      params: CounterParams,
      body: z.object({ alert: AlertTrial }),
      response: AlertReplay,
      handle: ({ params, body }, { signal }) => tryAlert(deps, params.counterId, body.alert, signal),
    }),
  ];
}
