/** The server is killed while webhooks are on their way: what was written down arrives after the next start. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attend, newKey, visit } from '../../packages/server/test/chat-client.ts';
import { limitOf } from '../../packages/server/test/eventually.ts';
import {
  isSigned,
  startReceiver,
  type WebhookReceiver,
} from '../../packages/server/test/webhook-receiver.ts';
import { seeded } from '../../packages/server/test/seeded.ts';
import { createApi } from './api.ts';
import { type KillableServer, prepareServer } from './killable-server.ts';

const TOKEN = 'webhooks-kill-test-token-of-32-characters';
const VISITORS = 10;
const ROUNDS = 6;
const TALKERS = 6;

let server: KillableServer;
let url: string;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
  server = await prepareServer(TOKEN, { GOALPOST_WEBHOOKS_PRIVATE: '1' });
  ({ url } = server);
  await server.start();
});
afterAll(async () => {
  await server.close();
  await receiver.close();
});

it('none that was written down is lost, and a repeated one can be told by its id', async () => {
  const api = createApi(url, TOKEN);
  const base = `/api/v1/counters/${await api.createCounter()}/chat`;
  const counter = Number(base.split('/')[4]);
  await api.call('PUT', `${base}/settings`, { settings: { enabled: true } });
  const made = await api.call<{ secret: string }>('POST', `${base}/webhooks`, {
    webhook: { url: `${receiver.url}/hook` },
  });
  // The first one is taken and never answered, and the others wait behind it.
  receiver.answer = () => undefined;
  // All are there before: the server waits for no answer longer than ten seconds.
  const tabs = await Promise.all(Array.from({ length: VISITORS }, () => visit(url, counter)));
  for (const [visitor, { tab }] of tabs.entries()) {
    tab.send({ type: 'offline', key: newKey(), text: `message ${visitor}`, contact: {} });
    await tab.next('stored');
  }
  const interrupted = await receiver.next();
  const logged = async () =>
    (await api.call<{ deliveries: { id: string }[] }>('GET', `${base}/deliveries`)).body.deliveries;
  await expect.poll(async () => (await logged()).length).toBe(VISITORS);
  const ids = (await logged()).map(({ id }) => id).toReversed();

  await server.kill('SIGKILL');
  expect(receiver.received).toHaveLength(1);
  receiver.answer = (_request, response) => response.end();
  await server.start();
  for (let arrived = 0; arrived < VISITORS; arrived++) await receiver.next();

  const [before, ...after] = receiver.received;
  expect(before?.headers['x-goalpost-delivery']).toBe(ids[0]);
  expect(after.map(({ headers }) => headers['x-goalpost-delivery'])).toEqual(ids);
  expect(after[0]?.text).toBe(interrupted.text);
  expect(after.map(({ body }) => body['message'])).toEqual(
    Array.from({ length: VISITORS }, (_, index) => `message ${index}`),
  );
  for (const one of after) expect(isSigned(one, made.body.secret)).toBe(true);
  await expect
    .poll(async () => (await api.call<object>('GET', `${base}/deliveries`)).body)
    .toEqual({
      deliveries: ids
        .toReversed()
        .map((id) => expect.objectContaining({ id, status: 'delivered', attempts: 1 }) as unknown),
    });
});

it(
  '[C50] everything of what was acknowledged before a kill is told, once',
  async () => {
    const api = createApi(url, TOKEN);
    const counter = await api.createCounter();
    const base = `/api/v1/counters/${counter}/chat`;
    await api.call('PUT', `${base}/settings`, { settings: { enabled: true } });
    await api.call('POST', `${base}/webhooks`, { webhook: { url: `${receiver.url}/whole` } });
    const away = await attend(url, TOKEN);
    away.console.send({ type: 'status', online: false });
    await away.console.next('status');
    await away.console.close();

    const random = seeded(10);
    const acked = { offline_message: new Set<string>(), chat_accepted: new Set<string>() };
    for (let round = 0; round < ROUNDS; round++) {
      const { console } = await attend(url, TOKEN);
      let goesOn = true;
      let missing = TALKERS + Math.floor(random() * TALKERS);
      const enough = Promise.withResolvers<void>();
      /** Until the server is not there any more. */
      async function talk(): Promise<void> {
        while (goesOn) {
          const { tab } = await visit(url, counter);
          tab.send({ type: 'offline', key: newKey(), text: 'Call me', contact: {} });
          const { conversationId } = (await tab.next('stored')).message;
          acked.offline_message.add(conversationId);
          const key = newKey();
          console.send({ type: 'message', conversationId, key, text: 'We will', fileId: null });
          await console.next('stored', (event) => event.key === key);
          acked.chat_accepted.add(conversationId);
          if (--missing === 0) enough.resolve();
          await tab.close();
        }
      }
      const talking = Array.from({ length: TALKERS }, () => Promise.race([talk(), console.closed]));
      const settled = Promise.allSettled(talking);
      await enough.promise;
      await server.kill('SIGKILL');
      goesOn = false;
      await settled;
      await server.start();
    }
    expect(acked.chat_accepted.size).toBeGreaterThanOrEqual(ROUNDS * TALKERS);

    /** Deliveries of each conversation; one that came twice has one id. */
    const told = (event: string) => {
      const ids = new Map<unknown, Set<unknown>>();
      for (const { path, body, headers } of receiver.received) {
        if (path !== '/whole' || body.event_name !== event) continue;
        const of = ids.get(body['chat_id']) ?? new Set();
        ids.set(body['chat_id'], of.add(headers['x-goalpost-delivery']));
      }
      return ids;
    };
    for (const [event, conversations] of Object.entries(acked)) {
      await expect.poll(() => [...conversations].filter((id) => !told(event).has(id))).toEqual([]);
      expect([...told(event).values()].filter(({ size }) => size !== 1)).toEqual([]);
    }
  },
  limitOf(ROUNDS),
);
