/** For tests: webhooks over a real delivery log, with a clock and a network in the test's hands. */
import { ChatSettings } from '@goalpost/contract/chat';
import type { Delivery, DeliveryLog, WebhookRegistry } from '../../notify/webhooks/port.ts';
import { createDeliveryLog } from '../../stores/records/index.ts';
import { openTestRecords } from '../../stores/records/test-records.ts';
import { createTestDocuments, createTestStore } from '../test-store.ts';
import { createCourier, type Courier } from '../../notify/webhooks/courier.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { PostAnswer } from '../../notify/webhooks/post.ts';
import { createWebhookRegistry } from './registry.ts';

export const COUNTER = 100_001;

/** A request under way. */
export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  answer(status: number | null, text?: string): Promise<void>;
}

export interface TestWebhooks {
  readonly registry: WebhookRegistry;
  readonly deliveries: DeliveryLog;
  readonly store: ReturnType<typeof createTestStore>;
  readonly outbox: Outbox;
  readonly courier: Courier;
  /** In the order in which they were begun. */
  readonly postings: Posting[];
  readonly answers: string[];
  readonly logged: string[];
  readonly clock: { now(): number };
  pass(ms: number): void;
  /** While it is set, nothing can be written down. */
  logFails: boolean;
  /** Another server on the same log: the same node again, or another one beside it. */
  restart(node?: string): TestWebhooks;
  close(): Promise<void>;
}

export async function createTestWebhooks(): Promise<TestWebhooks> {
  const records = await openTestRecords();
  let now = Date.parse('2026-03-12T09:00:00Z');
  const clock = { now: () => now };
  const log = createDeliveryLog(records.db);
  const registry = createWebhookRegistry(createTestDocuments(), clock);
  const store = createTestStore();
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);

  function make(node = 'one'): TestWebhooks {
    const failing =
      <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
      (...given: A) =>
        test.logFails ? Promise.reject(new Error('the disk is full')) : work(...given);
    const deliveries: DeliveryLog = { ...log, add: failing(log.add), update: failing(log.update) };
    const courier = createCourier({
      deliveries,
      registry,
      post: (url, headers, body, signal) =>
        new Promise<PostAnswer>((resolve) => {
          signal.addEventListener('abort', () => resolve({ status: null, text: 'ended', body: '' }));
          test.postings.push({
            url,
            headers,
            body,
            async answer(status, text = '') {
              resolve({ status, text: `${status} ${text}`, body: text });
              await settled(test);
            },
          });
        }),
      onAnswer: async (delivery, body) => void test.answers.push(`${delivery.event} ${body}`),
      clock,
      log: { warn: note, error: note },
      node,
      graceMs: 0,
    });
    const outbox = createOutbox({
      store,
      settings: async () => ChatSettings.parse({ departments: [{ id: 'd', name: 'Sales' }] }),
      access: { loginOf: async (id) => (id === 'gone' ? null : `${id}@example.com`) },
      deliveries,
      registry,
      clock,
      log: { warn: note, error: note },
      onAdded: () => void courier.work(),
    });
    const test: TestWebhooks = {
      registry,
      deliveries,
      store,
      outbox,
      courier,
      postings: [],
      answers: [],
      logged,
      clock,
      pass: (ms) => void (now += ms),
      logFails: false,
      restart: make,
      close: () => records.close(),
    };
    return test;
  }
  return make();
}

/** Whatever was begun has come as far as it can without an answer. */
async function settled({ courier }: TestWebhooks): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    await courier.work();
  }
}

export async function work(test: TestWebhooks): Promise<void> {
  await test.courier.work();
  await settled(test);
}

let made = 0;
export function newDelivery(changes: Partial<Delivery> & Pick<Delivery, 'url' | 'nextAt'>): Delivery {
  made++;
  return {
    id: `delivery-${made}`,
    counterId: COUNTER,
    event: 'chat_accepted',
    payload: `{"n":${made}}`,
    status: 'waiting',
    attempts: 0,
    lastAnswer: '',
    createdAt: changes.nextAt,
    ...changes,
  };
}
