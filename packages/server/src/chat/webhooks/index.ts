/** Webhooks: tells the owner's other systems what happens in the chat, and learns from what they answer. */
import type { Endpoint } from '../../kit/endpoint.ts';
import { type Resolve, resolveWithDns, createCourier, post } from '../../notify/index.ts';
import type { Delivery, DeliveryLog } from '../../notify/webhooks/port.ts';
import type { Learned } from '../people/outside-facts.ts';
import type { ChatListener } from '../outward.ts';
import type { ChatDocuments } from '../port.ts';
import { createTimers, type Timers } from '../../kit/timers.ts';
import { learnedFrom } from './answer.ts';
import { webhookEndpoints } from './endpoints.ts';
import { createOutbox, type OutboxDeps } from './outbox.ts';
import { createWebhookRegistry } from './registry.ts';

export interface WebhooksDeps extends Omit<OutboxDeps, 'registry' | 'onAdded' | 'deliveries'> {
  readonly documents: ChatDocuments;
  readonly deliveries: DeliveryLog;
  /** What an address answered about the visitor of a conversation. */
  learn(counterId: number, conversationId: string, learned: Learned): Promise<void>;
  /** Whether private networks may be reached. */
  readonly allowPrivate: boolean;
  /** By DNS if not given. */
  readonly resolve?: Resolve;
  /** Own ones if not given. */
  readonly timers?: Timers;
  /** How long an address may take for its answer. */
  readonly timeoutMs?: number;
}

export interface Webhooks {
  readonly listener: ChatListener;
  readonly endpoints: readonly Endpoint[];
  /** Hosts that a counter tells of its chat; a host may stand in it more than once. */
  hosts(counterId: number): Promise<string[]>;
  /** Takes up what an earlier run left, before anything happens, and sends from now on what is due. */
  start(): Promise<void>;
  /** Writes down what was told, and gives what is being sent a moment to end. */
  close(): Promise<void>;
}

const LOOK_MS = 2_000;
const TIMEOUT_MS = 10_000;
const TAKE_UP_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 14 * DAY_MS;

export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { deliveries, clock, log, allowPrivate, resolve = resolveWithDns, timeoutMs = TIMEOUT_MS } = deps;
  const timers = deps.timers ?? createTimers(log);
  const registry = createWebhookRegistry(deps.documents, clock);
  const courier = createCourier({
    deliveries,
    registry,
    post: (url, headers, body, signal) =>
      post(url, headers, body, { allowPrivate, resolve, timeoutMs, signal }),
    onAnswer: (delivery, body) => takeAnswer(deps, delivery, body),
    clock,
    log,
    ...(deps.node === undefined ? {} : { node: deps.node }),
  });
  const outbox = createOutbox({ ...deps, registry, onAdded: () => void courier.work() });

  return {
    listener: outbox,
    endpoints: webhookEndpoints({ registry, deliveries, courier, clock, allowPrivate, resolve }),
    hosts: async (counterId) => (await registry.list(counterId)).map(({ url }) => new URL(url).hostname),
    async start() {
      await outbox.resume();
      timers.every(LOOK_MS, 'webhooks', () => {
        outbox.again();
        return courier.work();
      });
      // What a node that is gone has left.
      timers.every(TAKE_UP_MS, 'happenings', outbox.resume);
      timers.every(3_600_000, 'old webhooks', async () => {
        await deliveries.prune(clock.now() - KEPT_MS);
      });
      void courier.work();
    },
    async close() {
      await timers.stop();
      await outbox.close();
      await courier.close();
    },
  };
}

/** Events whose answer may say something of the visitor. */
const LISTENED = new Set(['chat_accepted', 'chat_updated']);

/** Never throws: the delivery has arrived, whatever becomes of its answer. */
async function takeAnswer({ learn, log }: WebhooksDeps, delivery: Delivery, body: string): Promise<void> {
  if (!LISTENED.has(delivery.event)) return;
  const learned = learnedFrom(body);
  if (learned === null) return;
  const { chat_id: conversationId } = JSON.parse(delivery.payload) as { chat_id: string };
  await learn(delivery.counterId, conversationId, learned).catch((error: unknown) =>
    log.warn({ error: String(error), delivery: delivery.id }, 'A webhook’s answer could not be kept.'),
  );
}
