/** A counter's webhooks over HTTP, and the log of what was sent to them. */
import {
  WEBHOOK_FAULTS,
  WebhookDeliveryAnswer,
  WebhookDeliveryList,
  WebhookInput,
  WebhookList,
  WebhookMade,
  MAX_WEBHOOKS,
  type WebhookDelivery,
} from '@goalpost/contract/chat';
import { z } from 'zod';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint, type EndpointContext } from '../../kit/endpoint.ts';
import { createRateLimit } from '../../kit/limits/rate-limit.ts';
import { type Problem, problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { type Courier, type Resolve, leadsToPrivate } from '../../notify/index.ts';
import type { Delivery, DeliveryLog, WebhookRegistry } from '../../notify/webhooks/port.ts';
import { newDelivery } from './outbox.ts';
import { testPayload } from './payload.ts';
import { shownWebhook } from './registry.ts';

export interface WebhookEndpointDeps {
  readonly registry: WebhookRegistry;
  readonly deliveries: DeliveryLog;
  readonly courier: Pick<Courier, 'wake' | 'work' | 'isUnderWay'>;
  readonly clock: Clock;
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
}

const BASE = '/api/v1/counters/:counterId/chat';
const OfWebhook = CounterParams.extend({ webhookId: z.string().max(64) });
const OfDelivery = CounterParams.extend({ deliveryId: z.string().max(64) });
const Limit = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) });
/** Any owner can enter any address, so this server must not be made to ask it again and again. */
const MOST_ASKED = 60;
const WINDOW_MS = 60_000;
const edit = { tag: 'chat', auth: { counter: 'edit' } } as const;

export function webhookEndpoints(deps: WebhookEndpointDeps): Endpoint[] {
  const { registry, deliveries, clock } = deps;
  const isAllowed = createRateLimit(WINDOW_MS);
  /** What a caller asks to be sent. */
  async function asked(
    { caller }: EndpointContext,
    counterId: number,
    work: () => Promise<{ delivery: WebhookDelivery } | Problem>,
  ) {
    const askers = [`counter ${counterId}`, `account ${caller?.accountId ?? ''}`];
    if (askers.every((asker) => isAllowed(asker, MOST_ASKED, clock.now()))) return work();
    return problem('quota_requests_by_uid', 'Too many deliveries were asked for. Wait a minute.');
  }
  return [
    defineEndpoint({
      ...edit,
      method: 'GET',
      url: `${BASE}/webhooks`,
      summary: 'Webhooks of the chat',
      params: CounterParams,
      response: WebhookList,
      handle: async ({ params }) => ({ webhooks: (await registry.list(params.counterId)).map(shownWebhook) }),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: `${BASE}/webhooks`,
      summary: 'Add a webhook; the answer shows its secret this once',
      params: CounterParams,
      body: z.object({ webhook: WebhookInput }),
      response: WebhookMade,
      handle: ({ params, body }) => add(deps, params.counterId, body.webhook),
    }),
    defineEndpoint({
      ...edit,
      method: 'DELETE',
      url: `${BASE}/webhooks/:webhookId`,
      summary: 'Remove a webhook; what waits for it is not sent',
      params: OfWebhook,
      response: z.object({ success: z.literal(true) }),
      handle: async ({ params: { counterId, webhookId } }) =>
        (await registry.remove(counterId, webhookId)) ? { success: true } : noSuchWebhook(),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: `${BASE}/webhooks/:webhookId/test`,
      summary: 'Send a test event to a webhook',
      params: OfWebhook,
      response: WebhookDeliveryAnswer,
      handle: ({ params: { counterId, webhookId } }, context) =>
        asked(context, counterId, () => test(deps, counterId, webhookId)),
    }),
    defineEndpoint({
      ...edit,
      method: 'GET',
      url: `${BASE}/deliveries`,
      summary: 'What was sent to webhooks, newest first',
      params: CounterParams,
      query: Limit,
      response: WebhookDeliveryList,
      handle: async ({ params, query }) => ({
        deliveries: (await deliveries.recent(params.counterId, query.limit)).map(shownDelivery),
      }),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: `${BASE}/deliveries/:deliveryId/resend`,
      summary: 'Send a delivery again, with the same id, and its retries anew',
      params: OfDelivery,
      response: WebhookDeliveryAnswer,
      handle: ({ params: { counterId, deliveryId } }, context) =>
        asked(context, counterId, () => resend(deps, counterId, deliveryId)),
    }),
  ];
}

async function add(
  { registry, allowPrivate, resolve }: WebhookEndpointDeps,
  counterId: number,
  input: WebhookInput,
) {
  const { hostname } = new URL(input.url);
  if (!allowPrivate && (await leadsToPrivate(hostname, resolve)))
    return problem(
      'invalid_parameter',
      `${WEBHOOK_FAULTS.private}, unless the server is started with GOALPOST_WEBHOOKS_PRIVATE=1.`,
      'webhook.url',
    );
  const made = await registry.add(counterId, input);
  switch (made) {
    case 'taken':
      return problem('conflict', 'Another webhook of this counter has this address.', 'webhook.url');
    case 'too_many':
      return problem('limit_exceeded', `A counter has at most ${MAX_WEBHOOKS} webhooks.`);
    default:
      return { webhook: shownWebhook(made), secret: made.secret };
  }
}

async function test(deps: WebhookEndpointDeps, counterId: number, webhookId: string) {
  const { registry, deliveries, clock } = deps;
  const webhook = (await registry.list(counterId)).find(({ id }) => id === webhookId);
  if (webhook === undefined) return noSuchWebhook();
  const { url } = webhook;
  const at = clock.now();
  const payload = JSON.stringify(testPayload(counterId, at));
  return send(deps, newDelivery({ counterId, url, event: 'test', payload }, at), (one) =>
    deliveries.add(one),
  );
}

async function resend(deps: WebhookEndpointDeps, counterId: number, deliveryId: string) {
  const { registry, deliveries, courier, clock } = deps;
  const delivery = await deliveries.get(counterId, deliveryId);
  if (delivery === null) return problem('not_found', 'There is no such delivery.', 'deliveryId');
  if (courier.isUnderWay(deliveryId)) return { delivery: shownDelivery(delivery) };
  if (!(await registry.list(counterId)).some(({ url }) => url === delivery.url))
    return problem('conflict', 'There is no webhook with this address any more: add it again first.');
  const again = { ...delivery, status: 'waiting', attempts: 0, nextAt: clock.now() } as const;
  return send(deps, again, (one) => deliveries.update(one));
}

async function send(
  { courier }: WebhookEndpointDeps,
  delivery: Delivery,
  keep: (delivery: Delivery) => Promise<void>,
): Promise<{ delivery: WebhookDelivery }> {
  await keep(delivery);
  courier.wake(delivery.url);
  void courier.work();
  return { delivery: shownDelivery(delivery) };
}

function shownDelivery(delivery: Delivery): WebhookDelivery {
  const { id, url, event, payload, status, attempts, nextAt, lastAnswer, createdAt } = delivery;
  const next = status === 'waiting' ? nextAt : null;
  return { id, url, event, payload, status, attempts, nextAt: next, lastAnswer, createdAt };
}

const noSuchWebhook = (): Problem => problem('not_found', 'There is no such webhook.', 'webhookId');
