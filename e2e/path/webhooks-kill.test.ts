/** The server is killed while webhooks are on their way: what was written down arrives after the next start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attend, newKey, visit } from '../../packages/server/test/chat-client.ts';
import {
  isSigned,
  startReceiver,
  type WebhookReceiver,
} from '../../packages/server/test/webhook-receiver.ts';
import { createApi } from './api.ts';

const TOKEN = 'webhooks-kill-test-token-of-32-characters';
const VISITORS = 10;
const ROUNDS = 6;
const TALKERS = 6;

let dataDir: string;
let url: string;
let child: ChildProcess | undefined;
let receiver: WebhookReceiver;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'goalpost-webhooks-kill-'));
  receiver = await startReceiver();
  url = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
  await start();
}, 120_000);
afterAll(async () => {
  await kill('SIGTERM');
  await receiver.close();
  rmSync(dataDir, { recursive: true, force: true });
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
  for (let visitor = 0; visitor < VISITORS; visitor++) {
    const { tab } = await visit(url, counter);
    tab.send({ type: 'offline', key: newKey(), text: `message ${visitor}`, contact: {} });
    await tab.next('stored');
    await tab.close();
  }
  const interrupted = await receiver.next();
  const logged = async () =>
    (await api.call<{ deliveries: { id: string }[] }>('GET', `${base}/deliveries`)).body.deliveries;
  await expect.poll(async () => (await logged()).length).toBe(VISITORS);
  const ids = (await logged()).map(({ id }) => id).toReversed();

  await kill('SIGKILL');
  expect(receiver.received).toHaveLength(1);
  receiver.answer = (_request, response) => response.end();
  await start();
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

it('[C50] everything of what was acknowledged before a kill is told, once', async () => {
  const api = createApi(url, TOKEN);
  const counter = await api.createCounter();
  const base = `/api/v1/counters/${counter}/chat`;
  await api.call('PUT', `${base}/settings`, { settings: { enabled: true } });
  await api.call('POST', `${base}/webhooks`, { webhook: { url: `${receiver.url}/whole` } });
  const away = await attend(url, TOKEN);
  away.console.send({ type: 'status', online: false });
  await away.console.next('status');
  await away.console.close();

  const acked = { offline_message: new Set<string>(), chat_accepted: new Set<string>() };
  for (let round = 0; round < ROUNDS; round++) {
    const { console } = await attend(url, TOKEN);
    let goesOn = true;
    let missing = TALKERS + Math.floor(Math.random() * TALKERS);
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
    await kill('SIGKILL');
    goesOn = false;
    await settled;
    await start();
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
    await expect
      .poll(() => [...conversations].filter((id) => !told(event).has(id)), { timeout: 30_000 })
      .toEqual([]);
    expect([...told(event).values()].filter(({ size }) => size !== 1)).toEqual([]);
  }
}, 180_000);

async function start(): Promise<void> {
  child = spawn(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, '../../packages/server/src/main.ts')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        GOALPOST_DATA: dataDir,
        GOALPOST_PORT: new URL(url).port,
        GOALPOST_ADMIN_EMAIL: 'owner@example.com',
        GOALPOST_ADMIN_PASSWORD: 'kill-test-password',
        GOALPOST_ADMIN_TOKEN: TOKEN,
        GOALPOST_WEBHOOKS_PRIVATE: '1',
      },
    },
  );
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not start for a minute');
}

function kill(signal: NodeJS.Signals): Promise<void> {
  const running = child;
  if (running === undefined || running.exitCode !== null || running.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => {
    running.once('exit', () => resolve());
    running.kill(signal);
  });
}
