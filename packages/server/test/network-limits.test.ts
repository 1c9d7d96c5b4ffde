/** One network is bounded in the chat, and told so; others go on [C77]. */
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '../../../e2e/path/api.ts';
import { connect } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let counter: number;
beforeAll(async () => {
  server = await startServer({
    environment: {
      GOALPOST_TRUST_PROXY: '127.0.0.1',
      GOALPOST_CHAT_LIMITS: 'sockets=4,conversations=2,messages=5,invitations=1',
    },
  });
  const api = createApi(server.url, server.token);
  counter = await api.createCounter();
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
});
afterAll(() => server.close());

let visitors = 0;
async function tab(address: string) {
  const socket = await connect<VisitorFrame, VisitorEvent>(`${server.url}/chat/v1/visitor/${counter}`, {
    'x-forwarded-for': address,
  });
  visitors += 1;
  socket.send({
    type: 'hello',
    version: 1,
    visitor: String(1_700_000_000_000 + visitors),
    secret: null,
    conversationId: null,
    lastSeq: 0,
    page: { url: 'https://shop.example/', title: '', referrer: '' },
    language: 'en',
    phone: false,
  } as unknown as VisitorFrame);
  return socket;
}
type Tab = Awaited<ReturnType<typeof tab>>;
const write = (to: Tab, key: string) =>
  to.send({ type: 'message', key, text: 'Hello', fileId: null } as VisitorFrame);

it('in sockets, conversations and messages, with the reason said and counted', async () => {
  const tabs: Tab[] = [];
  for (let index = 0; index < 4; index++) {
    const one = await tab('203.0.113.5');
    await one.next('welcome');
    tabs.push(one);
  }
  const late = await tab('203.0.113.5');
  expect(await late.next('refused')).toMatchObject({ reason: 'network_limit', key: null });
  expect(await late.closed).toBe(1013);

  const [first, second, third] = tabs as [Tab, Tab, Tab];
  write(first, 'key-of-first-1');
  await first.next('stored');
  write(second, 'key-of-second-1');
  await second.next('stored');
  write(third, 'key-of-third-1');
  expect(await third.next('refused')).toMatchObject({ reason: 'network_limit', key: 'key-of-third-1' });
  write(first, 'key-of-first-2');
  await first.next('stored');
  write(first, 'key-of-first-3');
  await first.next('stored');
  write(first, 'key-of-first-4');
  expect(await first.next('refused')).toMatchObject({ reason: 'network_limit', key: 'key-of-first-4' });
  // What was stored is known again, whatever the bound.
  write(first, 'key-of-first-2');
  await first.next('stored');

  const other = await tab('203.0.113.6');
  await other.next('welcome');
  write(other, 'key-of-other-1');
  await other.next('stored');
  await first.close();
  const again = await tab('203.0.113.5');
  await again.next('welcome');

  const metrics = await (
    await fetch(`${server.url}/metrics`, { headers: { authorization: `OAuth ${server.token}` } })
  ).text();
  for (const limit of ['sockets', 'conversations', 'messages'])
    expect(metrics).toContain(`goalpost_chat_network_refused_total{limit="${limit}"} 1`);
  for (const one of [...tabs.slice(1), other, again]) await one.close();
});
