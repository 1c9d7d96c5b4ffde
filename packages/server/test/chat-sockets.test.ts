/** The chat's sockets as a stranger meets them: handshakes, sizes, floods, sign-ins, the end of the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitorEvent } from '@goalpost/contract/chat';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { createFileIndex, openRecords } from '../src/stores/records/index.ts';
import { overRequests } from './carriers.ts';
import {
  attend,
  CHROME,
  connect,
  newKey,
  visit,
  type Operator,
  type Visitor,
  untilOffline,
} from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
});
afterAll(() => server.close());

async function sessionCookie(): Promise<string> {
  const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(server.owner),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const operatorUrl = () => `${server.url}/chat/v1/operator`;
const hello = { type: 'hello', version: 1 } as const;

describe('an operator’s socket', () => {
  it('opens by the session cookie, from our own pages', async () => {
    const console: Operator = await connect(operatorUrl(), {
      cookie: await sessionCookie(),
      origin: server.url,
    });
    console.send(hello);
    expect((await console.next('welcome')).counters).toContain(counter);
    await console.close();
  });

  it('does not open by the cookie from the page of another site', async () => {
    const console: Operator = await connect(operatorUrl(), {
      cookie: await sessionCookie(),
      origin: 'https://evil.example',
    });
    console.send(hello);
    expect(await console.closed).toBe(4401);
    expect(console.events).toEqual([{ type: 'refused', reason: 'denied', key: null }]);
  });

  it('opens by a token in the header, and is cut off when that is revoked', async () => {
    const made = await api.call<{ token: { id: string; value: string } }>('POST', '/api/v1/tokens', {
      token: { name: 'console', scope: 'write' },
    });
    const { id, value: token } = made.body.token;
    const console: Operator = await connect(operatorUrl(), { authorization: `OAuth ${token}` });
    console.send(hello);
    await console.next('welcome');
    await api.call('DELETE', `/api/v1/tokens/${id}`);
    expect(await console.closed).toBe(4401);
  });

  it.each([
    ['no credentials', {}],
    ['a wrong token', { authorization: 'OAuth wrong' }],
  ])('with %s is turned away', async (_name, headers) => {
    const console: Operator = await connect(operatorUrl(), headers);
    expect(await console.closed).toBe(4401);
  });

  it.each(['token', 'oauth_token', 'oauth%5Ftoken', 'access_token'])(
    '[A61] takes no token from its address as "%s", by sockets or by requests',
    async (name) => {
      const inAddress = `${operatorUrl()}?${name}=${server.token}`;
      const console: Operator = await connect(inAddress);
      expect(await console.closed).toBe(4401);
      const said: string[] = [];
      const { promise, resolve } = Promise.withResolvers<number>();
      const wire = overRequests(
        inAddress,
        {},
        {
          opened: () => wire.send(JSON.stringify(hello)),
          said: (text) => void said.push(text),
          closed: resolve,
        },
      );
      expect(await promise).toBe(4401);
      expect(said.join('')).not.toContain('welcome');
    },
  );
});

describe('a visitor’s socket', () => {
  it('ends at a message of a megabyte, and at a binary one', async () => {
    const { tab } = await visit(server.url, counter);
    tab.sendText(
      JSON.stringify({ type: 'message', key: newKey(), text: 'x'.repeat(1_000_000), fileId: null }),
    );
    expect(await tab.closed).toBe(1009);
  });

  it('of one who floods is limited while others go on', async () => {
    const loud = await visit(server.url, counter);
    const quiet = await visit(server.url, counter);
    for (let index = 0; index < 1_000; index++)
      loud.tab.send({ type: 'message', key: newKey(), text: 'spam', fileId: null });
    quiet.tab.send({ type: 'message', key: newKey(), text: 'Hello', fileId: null });
    await quiet.tab.next('stored');
    await loud.tab.next('refused', ({ reason }) => reason === 'too_fast');
    await Promise.all([loud.tab.close(), quiet.tab.close()]);
  });

  it('keeps scripts as the text that they are', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const { console } = await attend(server.url, server.token);
    const { tab } = await visit(server.url, counter, { url: 'https://shop.example/"><script>' });
    tab.send({ type: 'contact', contact: { name: text } });
    tab.send({ type: 'message', key: newKey(), text, fileId: null });
    const { message } = await tab.next('stored');
    expect(message.text).toBe(text);
    const seen = await console.next('message', (event) => event.message.key === message.key);
    expect(seen.message.text).toBe(text);
    const path = `/api/v1/counters/${counter}/chat/conversations/${message.conversationId}`;
    const { body } = await api.call<{ conversation: { contact: unknown } }>('GET', path);
    expect(body.conversation.contact).toEqual({ name: text });
    await Promise.all([tab.close(), console.close()]);
  });

  it('is told that the chat is off', async () => {
    const quiet = await api.createCounter();
    const tab: Visitor = await connect<never, VisitorEvent>(`${server.url}/chat/v1/visitor/${quiet}`);
    (tab as { sendText(text: string): void }).sendText(
      JSON.stringify({
        ...hello,
        visitor: '17000000001',
        secret: null,
        page: { url: 'https://shop.example/', title: '', referrer: '' },
        language: 'en',
        phone: false,
        lastSeq: 0,
      }),
    );
    expect(await tab.closed).toBe(4404);
    expect(tab.events).toEqual([{ type: 'refused', reason: 'disabled', key: null }]);
  });

  it('is no page: a plain request gets none', async () => {
    const answer = await fetch(`${server.url}/chat/v1/visitor/${counter}`, {
      headers: { 'user-agent': CHROME },
    });
    expect(answer.status).toBe(404);
  });
});

describe('beside the sockets', () => {
  it('the launcher’s settings are for every page, for a minute', async () => {
    const answer = await fetch(`${server.url}/chat/v1/settings/${counter}?language=ru-RU`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(await answer.json()).toMatchObject({
      settings: { enabled: true, title: 'Напишите нам', language: 'ru' },
    });
    expect((await fetch(`${server.url}/chat/v1/settings/1`)).status).toBe(404);
  });

  it('the settings say whether any page has shown the chat yet', async () => {
    const id = await api.createCounter();
    const url = `/api/v1/counters/${id}/chat/settings`;
    const settings = { enabled: true };
    expect((await api.call('PUT', url, { settings })).body).toMatchObject({ seen: false });
    const { tab } = await visit(server.url, id);
    expect((await api.call('GET', url)).body).toMatchObject({ seen: true });
    await tab.close();
    expect((await api.call('GET', url)).body).toMatchObject({ seen: true });
  });

  it('the launcher is empty for counters without a chat', async () => {
    const bytes = async (id: number) =>
      (await (await fetch(`${server.url}/chat/widget.js?id=${id}`)).text()).length;
    expect(await bytes(counter)).toBeGreaterThan(1_000);
    expect([await bytes(await api.createCounter()), await bytes(1)]).toEqual([0, 0]);
  });

  it('conversations are listed, opened, and are nobody else’s', async () => {
    await untilOffline(server.url, counter);
    const { tab, visitor } = await visit(server.url, counter);
    tab.send({ type: 'message', key: newKey(), text: 'Call me', fileId: null });
    const { conversationId } = (await tab.next('stored')).message;
    await tab.close();
    const base = `/api/v1/counters/${counter}/chat`;
    const list = await api.call<{ conversations: { id: string }[] }>(
      'GET',
      `${base}/conversations?state=open&assigned=none&limit=200`,
    );
    expect(list.body.conversations.map(({ id }) => id)).toContain(conversationId);
    const other = await api.createCounter();
    expect(
      (await api.call('GET', `/api/v1/counters/${other}/chat/conversations/${conversationId}`)).status,
    ).toBe(404);
    await server.flushed();
    const story = await api.call<{
      visits: { goals: { name: string }[] }[];
      conversations: { id: string }[];
    }>('GET', `${base}/people/${visitor}/story`);
    expect(story.body.visits).toMatchObject([
      {
        trafficSource: 'direct',
        startUrl: 'https://shop.example/',
        goals: [{ name: 'Jivo auto-goal: offline message' }],
      },
    ]);
    expect(story.body.conversations.map(({ id }) => id)).toEqual([conversationId]);
    const inRussian = await api.call('GET', `${base}/people/${visitor}/story?lang=ru`);
    expect(inRussian.body).toMatchObject({
      visits: [{ goals: [{ name: 'Автоцель Jivo: офлайн-сообщение' }] }],
    });
  });

  it('pictures of operators that were uploaded here are held by the settings that name them', async () => {
    const upload = async (): Promise<string> => {
      const answer = await fetch(`${server.url}/api/v1/counters/${counter}/chat/files`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${server.token}`,
          'content-type': 'image/gif',
          'x-goalpost-file-name': 'ann.gif',
        },
        body: Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'),
      });
      return ((await answer.json()) as { file: { id: string } }).file.id;
    };
    const [held, other] = [await upload(), await upload()];
    const operators = [
      { id: 'ann', name: 'Ann', picture: `https://stats.example/chat/v1/files/${held}` },
      { id: 'bob', name: 'Bob', picture: `https://stats.example/other/chat/v1/files/${other}` },
      { id: 'cid', name: 'Cid', picture: 'no address' },
    ];
    const settings = { enabled: true, operators };
    expect((await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings })).status).toBe(
      200,
    );
    const records = await openRecords({ dataDir: server.dataDir, databaseUrl: null });
    const unused = await createFileIndex(records.db).unused(Date.now() + 1, 99);
    await records.close();
    expect(unused.map(({ id }) => id)).toEqual([other]);
  });

  it('canned replies are kept, each shortcut once', async () => {
    const url = `/api/v1/counters/${counter}/chat/canned`;
    const canned = [{ shortcut: 'hi', text: 'Hello! How can I help?' }];
    expect((await api.call('PUT', url, { canned })).status).toBe(200);
    expect((await api.call('GET', url)).body).toEqual({ canned });
    const twice = [...canned, { shortcut: 'HI', text: 'Hello again' }];
    expect((await api.call('PUT', url, { canned: twice })).status).toBe(400);
  });
});

it('when the server ends, sockets are told to come again, and it ends', async () => {
  const own = await startServer();
  const ownApi = createApi(own.url, own.token);
  const id = await ownApi.createCounter();
  await ownApi.call('PUT', `/api/v1/counters/${id}/chat/settings`, { settings: { enabled: true } });
  const { tab } = await visit(own.url, id);
  const { console } = await attend(own.url, own.token);
  await own.close();
  expect(await Promise.all([tab.closed, console.closed])).toEqual([1001, 1001]);
});
