import { afterEach, expect, it } from 'vitest';
import { createShopCounter } from '../demo/counter.ts';
import { startLiveVisitors } from '../demo/live-visitors.ts';
import { attend } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer | undefined;
afterEach(() => server?.close());

it('is on the site, asks, thanks for the answer, and leaves with the demo', async () => {
  server = await startServer();
  const { url, token } = server;
  const counterId = await createShopCounter(url, token);
  const { console } = await attend(url, token);
  console.send({ type: 'watch', people: true });
  const visitors = startLiveVisitors({
    server: url,
    counterId,
    token,
    origin: 'https://shop.example',
    secondMs: 20,
  });
  const { message } = await console.next('message', (event) => event.message.kind === 'visitor');
  const { conversationId } = message;
  console.send({ type: 'message', conversationId, key: 'key-00001', text: 'Yes', fileId: null });
  const thanks = await console.next(
    'message',
    (event) => event.message.conversationId === conversationId && event.message.seq > 2,
  );
  expect(thanks.message.kind).toBe('visitor');
  await visitors.close();
  const answer = await fetch(`${url}/api/v1/counters/${counterId}/chat/conversations?state=open`, {
    headers: { authorization: `OAuth ${token}` },
  });
  const { conversations } = (await answer.json()) as { conversations: unknown[] };
  expect(conversations.length).toBeGreaterThan(0);
  expect(conversations.length).toBeLessThanOrEqual(4);
  await console.close();
});
