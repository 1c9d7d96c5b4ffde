/** Webhooks over HTTP as a stranger meets them: wrong addresses, other people's counters, private networks. */
import { WEBHOOK_FAULTS, type WebhookDelivery } from '@goalpost/contract/chat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
let base: string;
let other: string;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());
beforeEach(async () => {
  base = `/api/v1/counters/${await api.createCounter()}/chat`;
  other = `/api/v1/counters/${await api.createCounter()}/chat`;
});

interface Refusal {
  readonly errors: readonly {
    readonly error_type: string;
    readonly message: string;
    readonly location: string;
  }[];
}
const add = (webhook: unknown, to = base) =>
  api.call<Refusal & { webhook: { id: string }; secret: string }>('POST', `${to}/webhooks`, { webhook });

describe('an address is refused that', () => {
  it.each([
    ['is missing', undefined],
    ['is no address', 'crm.example'],
    ['is of another kind', 'ftp://crm.example/'],
    ['is a script', 'javascript:alert(1)'],
    ['is a file', 'file:///etc/passwd'],
    ['is too long', `https://crm.example/${'x'.repeat(2_048)}`],
  ])('%s', async (_name, url) => {
    const { status, body } = await add({ url });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ location: 'webhook.url' });
  });

  it.each([
    'http://127.0.0.1:8090/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://169.254.169.254/latest/',
    'https://10.0.0.1/',
    'http://localhost/',
    'http://LocalHost.:9/',
    'http://shop.localhost/',
    'http://redis:6379/',
  ])('is of a private network: %s', async (url) => {
    const { status, body } = await add({ url });
    expect(status).toBe(400);
    expect(body.errors[0]?.message).toContain('GOALPOST_WEBHOOKS_PRIVATE=1');
    expect(body.errors[0]?.message).toContain(WEBHOOK_FAULTS.private);
  });

  it.each(['https://user@crm.example/', 'https://user:word@crm.example/', 'https://:word@crm.example/'])(
    'holds a name or a password: %s',
    async (url) => {
      const { status, body } = await add({ url });
      expect(status).toBe(400);
      expect(body.errors[0]?.message).toContain('no name and password');
    },
  );

  it('is there already, or one too many', async () => {
    expect((await add({ url: 'https://crm.example/0' })).status).toBe(200);
    expect((await add({ url: 'https://CRM.example/0' })).status).toBe(409);
    for (let index = 1; index < 20; index++)
      expect((await add({ url: `https://crm.example/${index}` })).status).toBe(200);
    expect((await add({ url: 'https://crm.example/20' })).body.errors[0]?.error_type).toBe('limit_exceeded');
  });
});

it.each([[[]], [['chat_started']], ['chat_accepted']])('the events %j are refused', async (events) => {
  const { status, body } = await add({ url: 'https://crm.example/', events });
  expect(status).toBe(400);
  expect(body.errors[0]?.location).toMatch(/^webhook\.events/);
});

it('secrets are shown once, and each counter has its own', async () => {
  const made = await add({ url: 'http://crm.example:9/' });
  expect(made.body.secret).toMatch(/^whsec_/);
  const list = await api.call<{ webhooks: { id: string }[] }>('GET', `${base}/webhooks`);
  expect(list.body.webhooks).toEqual([made.body.webhook]);
  expect(JSON.stringify(list.body)).not.toContain(made.body.secret);
  expect((await api.call('GET', `${other}/webhooks`)).body).toEqual({ webhooks: [] });

  const { id } = made.body.webhook;
  expect((await api.call('POST', `${other}/webhooks/${id}/test`, {})).status).toBe(404);
  expect((await api.call('DELETE', `${other}/webhooks/${id}`)).status).toBe(404);
  const test = await api.call<{ delivery: WebhookDelivery }>('POST', `${base}/webhooks/${id}/test`, {});
  const delivery = test.body.delivery.id;
  expect((await api.call('GET', `${other}/deliveries`)).body).toEqual({ deliveries: [] });
  expect((await api.call('POST', `${other}/deliveries/${delivery}/resend`, {})).status).toBe(404);
  expect((await api.call('POST', `${base}/deliveries/none/resend`, {})).status).toBe(404);

  expect((await api.call('DELETE', `${base}/webhooks/${id}`)).status).toBe(200);
  expect((await api.call('DELETE', `${base}/webhooks/${id}`)).status).toBe(404);
  expect((await api.call('POST', `${base}/webhooks/${id}/test`, {})).status).toBe(404);
});

it('what is sent again needs its webhook', async () => {
  const made = await add({ url: 'http://crm.example:9/' });
  const { id } = made.body.webhook;
  const { body } = await api.call<{ delivery: WebhookDelivery }>('POST', `${base}/webhooks/${id}/test`, {});
  await api.call('DELETE', `${base}/webhooks/${id}`);
  const again = async () =>
    (await api.call('POST', `${base}/deliveries/${body.delivery.id}/resend`, {})).status;
  await expect.poll(again).toBe(409);
});

it.each([
  ['GET', 'webhooks'],
  ['POST', 'webhooks'],
  ['DELETE', 'webhooks/x'],
  ['POST', 'webhooks/x/test'],
  ['GET', 'deliveries'],
  ['POST', 'deliveries/x/resend'],
])('%s …/chat/%s is for those who may edit the counter', async (method, path) => {
  const answer = await fetch(`${server.url}${base}/${path}`, { method });
  expect(answer.status).toBe(401);
});

it.each(['0', '201', 'x', '1.5'])('a limit of %s is refused', async (limit) => {
  expect((await api.call('GET', `${base}/deliveries?limit=${limit}`)).status).toBe(400);
});
