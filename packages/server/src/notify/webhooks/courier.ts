/**
 * Sends deliveries that are due, one at a time to each address, so that slow ones hold up no other. What
 * became of an attempt is written down after it: a server that ends in between sends once more, with the same
 * delivery id.
 */
import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import type { Clock } from '../../kit/clock.ts';
import { createBackoff } from '../../kit/limits/backoff.ts';
import type { FaultLog } from '../../kit/log.ts';
import { ONE_NODE } from '../../kit/outbox/port.ts';
import { doubling } from '../../kit/retry.ts';
import type { Delivery, DeliveryLog, WebhookRegistry } from './port.ts';
import type { PostAnswer } from './post.ts';
import { DELIVERY_POLICY, verdictOf } from './retry-schedule.ts';
import { webhookHeaders } from './signature.ts';

export interface Courier {
  /** Begins what is due and has a place. Resolves when it is begun. Never throws. */
  work(): Promise<void>;
  /** The owner asks for this address now, whatever it did before. */
  wake(url: string): void;
  isUnderWay(deliveryId: string): boolean;
  /** Resolves when nothing is due or under way. */
  idle(): Promise<void>;
  /** Lets attempts finish for a moment; those that do not are made again at the next start. */
  close(): Promise<void>;
}

export interface CourierDeps {
  readonly deliveries: Pick<DeliveryLog, 'due' | 'claim' | 'update'>;
  readonly registry: Pick<WebhookRegistry, 'list'>;
  /** Never throws. */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<PostAnswer>;
  /** The address took it and said this. Never throws. */
  onAnswer(delivery: Delivery, body: string): Promise<void>;
  readonly clock: Clock;
  readonly log: FaultLog;
  /** Of several, this one; there is but one unless said. */
  readonly node?: string;
  /** How long attempts may go on when the server ends. */
  readonly graceMs?: number;
}

const AT_ONCE = 16;
/** Of those, so that addresses of one counter that are slow hold up no other counter. */
const MOST_OF_COUNTER = 4;
/** Due for so long at an address that takes nothing, a delivery has no more hope. */
const OVERDUE_MS = 24 * 3_600_000;
const GRACE_MS = 2_000;
/** How long an address that did not answer is left alone. */
const REST_MS = doubling(5_000, 5 * 60_000);

interface UnderWay {
  readonly id: string;
  readonly counterId: number;
  readonly done: Promise<void>;
}

export function createCourier(deps: CourierDeps): Courier {
  const { deliveries, clock, log, node = ONE_NODE } = deps;
  const underWay = new Map<string, UnderWay>();
  const backoff = createBackoff(REST_MS, clock);
  const ending = new AbortController();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let closed = false;

  async function look(): Promise<void> {
    try {
      while (lookAgain) {
        lookAgain = false;
        await lookOnce();
      }
    } catch (error) {
      log.warn({ error: String(error) }, 'The list of due webhooks cannot be read.');
    } finally {
      looking = null;
    }
  }

  async function lookOnce(): Promise<void> {
    const places = AT_ONCE - underWay.size;
    if (places <= 0) return;
    const due = await deliveries.due(
      clock.now(),
      places,
      node,
      [...underWay.keys(), ...backoff.resting()],
      busyCounters(),
    );
    for (const delivery of due) {
      if (closed || underWay.has(delivery.url) || busyCounters().includes(delivery.counterId)) continue;
      begin(delivery);
      // There may be more, for others.
      lookAgain = true;
    }
  }

  /** Those that have as many under way as one may. */
  function busyCounters(): number[] {
    const byCounter = Map.groupBy(underWay.values(), ({ counterId }) => counterId);
    return [...byCounter].flatMap(([counterId, all]) => (all.length < MOST_OF_COUNTER ? [] : [counterId]));
  }

  function work(): Promise<void> {
    if (closed) return Promise.resolve();
    lookAgain = true;
    looking ??= look();
    return looking;
  }

  function begin(delivery: Delivery): void {
    const { url, id, counterId } = delivery;
    const done = attempt(delivery)
      .catch((error: unknown) => {
        // Not written down, it is still due: not at once, though.
        backoff.failed(url);
        log.warn({ error: String(error), delivery: id }, 'A webhook could not be sent or written down.');
      })
      .finally(() => {
        underWay.delete(url);
        void work();
      });
    underWay.set(url, { id, counterId, done });
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const { id, counterId, url, payload: body, event } = delivery;
    const now = clock.now();
    const mine = await deliveries.claim([id], now, { node, until: now + DELIVERY_POLICY.claimMs });
    if (mine.length === 0) return;
    const webhook = (await deps.registry.list(counterId)).find((one) => one.url === url);
    if (webhook === undefined) return failed(delivery, WEBHOOK_FAULTS.removed);
    if (backoff.isFailing(url) && delivery.nextAt < now - OVERDUE_MS)
      return failed(delivery, WEBHOOK_FAULTS.overdue);
    const headers = webhookHeaders({ secret: webhook.secret, id, event, body }, now);
    const answer = await deps.post(url, headers, body, ending.signal);
    // Broken off by our own end: it counts as not made.
    if (answer.status === null && ending.signal.aborted) return;
    await noted(delivery, answer);
  }

  async function failed(delivery: Delivery, lastAnswer: string): Promise<void> {
    await deliveries.update({ ...delivery, status: 'failed', lastAnswer });
  }

  async function noted(delivery: Delivery, { status, text, body }: PostAnswer): Promise<void> {
    const attempts = delivery.attempts + 1;
    const verdict = verdictOf(status, attempts);
    const nextAt = verdict.status === 'waiting' ? clock.now() + verdict.afterMs : delivery.nextAt;
    if (status === null) backoff.failed(delivery.url);
    else backoff.forget(delivery.url);
    await deliveries.update({ ...delivery, status: verdict.status, attempts, nextAt, lastAnswer: text });
    if (verdict.status === 'delivered') await deps.onAnswer(delivery, body);
  }

  async function idle(): Promise<void> {
    await looking;
    while (underWay.size > 0) {
      await Promise.all([...underWay.values()].map(({ done }) => done));
      await looking;
    }
  }

  return {
    work,
    wake: backoff.forget,
    isUnderWay: (deliveryId) => [...underWay.values()].some(({ id }) => id === deliveryId),
    idle,
    async close() {
      closed = true;
      const timer = setTimeout(() => ending.abort(), deps.graceMs ?? GRACE_MS);
      await idle();
      clearTimeout(timer);
    },
  };
}
