/** What an open console learns of permission that is given and taken away, over real sockets and the real API. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attend, newKey, visit } from '../chat-client.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, type Someone } from './people.ts';

let server: TestServer;
let owner: Someone;
beforeAll(async () => {
  server = await startServer();
  owner = await ownerOf(server);
});
afterAll(() => server.close());

async function shop(): Promise<number> {
  const id = await makeCounter(owner);
  await owner.call('PUT', `/api/v1/counters/${id}/chat/settings`, { settings: { enabled: true } });
  return id;
}

async function tokenOf(by: Someone): Promise<string> {
  const token = { name: 'console', scope: 'write' };
  return (await by.call<{ token: { value: string } }>('POST', '/api/v1/tokens', { token })).body.token.value;
}

const take = (counterId: number, login: string) =>
  owner.call('DELETE', `/management/v1/counter/${counterId}/grant?user_login=${encodeURIComponent(login)}`);

async function asks(counterId: number) {
  const { tab } = await visit(server.url, counterId);
  const write = async (text: string) => {
    const key = newKey();
    tab.send({ type: 'message', key, text, fileId: null });
    return (await tab.next('stored', (event) => event.key === key)).message.conversationId;
  };
  return { tab, write, conversationId: await write('Hello') };
}

it('[A5] cuts off the console of somebody who has no counter any more', async () => {
  const [counterId, login] = [await shop(), 'cut@example.com'];
  const token = await tokenOf(await letIn(server, owner, { counterId, login }));
  const { console } = await attend(server.url, token);
  const visitor = await asks(counterId);
  await console.next('message', ({ message }) => message.text === 'Hello');
  expect((await take(counterId, login)).status).toBe(200);
  const [code] = await Promise.all([console.closed, visitor.write('A secret')]);
  expect(code).toBe(4401);
  expect(JSON.stringify(console.events)).not.toContain('A secret');
  expect((await visitor.tab.next('online', ({ online }) => !online)).online).toBe(false);
});

it('[A5] refuses the very next frame, and says anew what is left', async () => {
  const [first, second, login] = [await shop(), await shop(), 'left@example.com'];
  const them = await letIn(server, owner, { counterId: first, login });
  await letIn(server, owner, { counterId: second, login });
  const { console } = await attend(server.url, await tokenOf(them));
  const visitor = await asks(first);
  await take(first, login);
  const { conversationId } = visitor;
  console.send({ type: 'message', key: newKey(), conversationId, text: 'Too late', fileId: null });
  expect((await console.next('refused')).reason).toBe('denied');
  const again = await console.next('welcome', ({ counters }) => counters.length === 1);
  expect(again).toMatchObject({ counters: [second], conversations: [], people: [] });
  await visitor.write('A secret');
  await letIn(server, owner, { counterId: first, login });
  const whole = await console.next('welcome', ({ counters }) => counters.length === 2);
  expect(whole.conversations).toMatchObject([{ id: conversationId, lastText: 'A secret' }]);
});

it('[A6] as few tries at links as at passwords', async () => {
  await using limited = await startLimited();
  const ask = () =>
    fetch(`${limited.url}/api/v1/password/letter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user_login: 'anybody@example.com' }),
    });
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
});

async function startLimited(): Promise<TestServer & AsyncDisposable> {
  const started = await startServer({ rateLimits: { perTenSeconds: 1_000, signInsPerMinute: 2 } });
  return { ...started, [Symbol.asyncDispose]: () => started.close() };
}
