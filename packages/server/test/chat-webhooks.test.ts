/** Webhooks through the real server: a conversation over the sockets, and what a receiver gets of it. */
import type { WebhookDelivery } from '@goalpost/contract/chat';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { attend, newKey, visit } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';
import { isSigned, startReceiver, type Received, type WebhookReceiver } from './webhook-receiver.ts';

let server: TestServer;
let api: Api;
let receiver: WebhookReceiver;
let counter: number;
let base: string;
/** Moves the server's clock on. */
let ahead = 0;

beforeAll(async () => {
  server = await startServer({
    clock: { now: () => Date.now() + ahead },
    environment: { GOALPOST_WEBHOOKS_PRIVATE: '1' },
  });
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());
beforeEach(async () => {
  receiver = await startReceiver();
  counter = await api.createCounter();
  base = `/api/v1/counters/${counter}/chat`;
  await api.call('PUT', `${base}/settings`, { settings: { enabled: true } });
});
afterEach(() => receiver.close());

async function addWebhook(more: object = {}): Promise<{ id: string; secret: string }> {
  const made = await api.call<{ webhook: { id: string }; secret: string }>('POST', `${base}/webhooks`, {
    webhook: { url: `${receiver.url}/hook`, ...more },
  });
  expect(made.status).toBe(200);
  return { id: made.body.webhook.id, secret: made.body.secret };
}

const deliveries = async () =>
  (await api.call<{ deliveries: WebhookDelivery[] }>('GET', `${base}/deliveries?limit=20`)).body.deliveries;

const of = (event: string) => (request: Received) => request.body.event_name === event;

const SCRIPT = '<script>alert("x")</script>';
const CAME = 'https://shop.example/boots?utm_source=news&utm_medium=email&utm_campaign=may';

it('tells of each of the five happenings once, signed', async () => {
  const { secret } = await addWebhook();
  const { tab, visitor } = await visit(server.url, counter, { url: CAME });
  // No one is online.
  tab.send({ type: 'offline', key: newKey(), text: SCRIPT, contact: { name: SCRIPT, email: 'a@b.example' } });
  const left = await receiver.next(of('offline_message'));
  expect(left.body).toMatchObject({
    widget_id: String(counter),
    message: SCRIPT,
    offline_message_id: expect.any(String),
    visitor: { name: SCRIPT, email: 'a@b.example', phone: null, number: '1', chats_count: 1 },
    session: {
      utm: 'source=news|medium=email|campaign=may',
      utm_json: { source: 'news', medium: 'email', campaign: 'may' },
      user_agent: expect.stringContaining('Chrome'),
      geoip: {},
    },
    page: { url: CAME, title: 'Shop' },
    analytics: { visitor, goal: 'Jivo_Offline_message_sent' },
  });
  expect(left.text).not.toContain('127.0.0.1');

  const { console } = await attend(server.url, server.token);
  const conversationId = String(left.body['chat_id']);
  console.send({ type: 'message', conversationId, key: newKey(), text: 'Hello', fileId: null });
  const agent = { id: expect.any(String), name: 'Owner', email: 'owner@example.com' };
  expect((await receiver.next(of('chat_accepted'))).body).toMatchObject({
    chat_id: conversationId,
    agent,
    assigned_agent: agent,
    status: 'open',
  });

  tab.send({ type: 'contact', contact: { phone: '+1 555 0100' } });
  const updated = await receiver.next(of('chat_updated'));
  expect(updated.body).toMatchObject({ chat_id: conversationId, visitor: { phone: '+1 555 0100' } });

  tab.send({ type: 'rate', rating: 5, comment: 'Nice' });
  await receiver.next(of('chat_updated'));
  console.send({ type: 'close', conversationId });
  expect((await receiver.next(of('chat_finished'))).body).toMatchObject({
    chat_id: conversationId,
    status: 'closed',
    agents: [agent],
    chat: {
      messages: [
        { type: 'visitor', message: SCRIPT },
        { type: 'agent', message: 'Hello', agent_id: expect.any(String) },
      ],
      rate: 'positive',
      rating: 5,
      rating_comment: 'Nice',
      blacklisted: false,
      invitation: null,
    },
  });

  tab.send({ type: 'custom', fields: [{ title: 'Plan', content: 'Pro' }] });
  expect((await receiver.next(of('client_updated'))).body).toMatchObject({
    custom_data: [{ title: 'Plan', content: 'Pro' }],
  });
  await Promise.all([tab.close(), console.close()]);

  expect(receiver.received.map(({ body }) => body.event_name)).toEqual([
    'offline_message',
    'chat_accepted',
    'chat_updated',
    'chat_updated',
    'chat_finished',
    'client_updated',
  ]);
  for (const one of receiver.received) {
    expect(isSigned(one, secret)).toBe(true);
    expect(isSigned(one, `${secret}x`)).toBe(false);
    expect(one.headers['content-type']).toBe('application/json; charset=utf-8');
  }
  const ids = receiver.received.map(({ headers }) => headers['x-goalpost-delivery']);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await deliveries()).map(({ id }) => id)).toEqual(ids.toReversed());
});

it('tells only of what was chosen, and each of several webhooks', async () => {
  await addWebhook({ events: ['chat_accepted'] });
  await addWebhook({ url: `${receiver.url}/other`, events: ['chat_accepted', 'chat_finished'] });
  const { tab } = await visit(server.url, counter);
  const { console } = await attend(server.url, server.token);
  tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
  const { conversationId } = (await tab.next('stored')).message;
  console.send({ type: 'assign', conversationId, to: null, department: null });
  console.send({ type: 'message', conversationId, key: newKey(), text: 'Hi', fileId: null });
  await receiver.next(({ path }) => path === '/hook');
  await receiver.next(({ path }) => path === '/other');
  console.send({ type: 'close', conversationId });
  await receiver.next(of('chat_finished'));
  expect(receiver.received.map(({ path, body }) => [path, body.event_name]).toSorted()).toEqual([
    ['/hook', 'chat_accepted'],
    ['/other', 'chat_accepted'],
    ['/other', 'chat_finished'],
  ]);
  await Promise.all([tab.close(), console.close()]);
});

describe('an address that fails', () => {
  it('is tried again later with the same delivery, and what it answered is shown', async () => {
    const { id } = await addWebhook();
    receiver.answer = (_request, response) => response.writeHead(500).end('<b>broken</b>');
    await api.call('POST', `${base}/webhooks/${id}/test`, {});
    const first = await receiver.next();
    await expect.poll(deliveries).toMatchObject([
      {
        event: 'test',
        status: 'waiting',
        attempts: 1,
        lastAnswer: '500 Internal Server Error <b>broken</b>',
      },
    ]);
    receiver.answer = (_request, response) => response.end('thanks');
    ahead += 10_000;
    const second = await receiver.next();
    expect(second.headers['x-goalpost-delivery']).toBe(first.headers['x-goalpost-delivery']);
    expect(second.text).toBe(first.text);
    await expect
      .poll(deliveries)
      .toMatchObject([{ status: 'delivered', attempts: 2, nextAt: null, lastAnswer: '200 OK thanks' }]);
  });

  it('can be sent to again by hand, at once', async () => {
    const { id } = await addWebhook();
    receiver.answer = (_request, response) => response.writeHead(410).end();
    await api.call('POST', `${base}/webhooks/${id}/test`, {});
    await receiver.next();
    await expect.poll(deliveries).toMatchObject([{ status: 'failed', attempts: 1 }]);
    receiver.answer = (_request, response) => response.end();
    const [delivery] = await deliveries();
    const again = await api.call('POST', `${base}/deliveries/${delivery?.id}/resend`, {});
    expect(again.body).toMatchObject({ delivery: { id: delivery?.id, status: 'waiting', attempts: 0 } });
    await receiver.next();
    await expect.poll(deliveries).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });
});

it('takes what the answer knows of the visitor', async () => {
  await addWebhook();
  receiver.answer = (_request, response) =>
    response.end(
      JSON.stringify({
        result: 'ok',
        contact_info: { name: 'Ann Smith', email: 'ann@crm.example', phone: 7, evil: 'x' },
        custom_data: [
          { title: 'Orders', content: '12', link: 'https://crm.example/ann' },
          { title: 'Bad', content: 'link', link: 'javascript:alert(1)' },
          { title: 'No content' },
        ],
        enable_assign: true,
        crm_link: 'https://crm.example/ann',
      }),
    );
  const { tab } = await visit(server.url, counter);
  const { console } = await attend(server.url, server.token);
  tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
  const { conversationId } = (await tab.next('stored')).message;
  console.send({ type: 'message', conversationId, key: newKey(), text: 'Hi', fileId: null });
  const { conversation } = await console.next(
    'conversation',
    (event) => event.conversation.contact.name === 'Ann Smith',
  );
  expect(conversation.contact).toEqual({ name: 'Ann Smith', email: 'ann@crm.example' });
  expect(conversation.custom).toEqual([
    { title: 'Orders', content: '12', link: 'https://crm.example/ann' },
    { title: 'Bad', content: 'link' },
  ]);
  expect(receiver.received).toHaveLength(1);
  await Promise.all([tab.close(), console.close()]);
});
