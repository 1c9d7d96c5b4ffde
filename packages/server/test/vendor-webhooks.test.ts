/** Vendors' webhooks at a running server. Matched to visits, counted once beside the page, refused where they are not the vendor's. */
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { CollectionHealth } from '@goalpost/contract/collection';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, sendHit } from '../../../e2e/path/wire.ts';
import { rawRequest } from './raw-request.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
let counter: number;
let visitor: string;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
beforeEach(async () => {
  counter = await api.createCounter();
  visitor = newVisitorId();
});
afterAll(() => server.close());

const door = (vendor: string): string => `/api/v1/counters/${counter}/vendors/${vendor}/webhook`;
async function open(vendor: string, secret: string | null = null): Promise<string> {
  const { body } = await api.call<{ url: string }>('PUT', door(vendor), { signing_secret: secret });
  return new URL(body.url).pathname;
}
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  (
    await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body),
    })
  ).status;
const view = () => sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/cart' });
const pageGoal = (identifier: string, thread?: string) =>
  sendHit(server.url, {
    counter,
    visitor,
    kind: 'ar:1',
    pageUrl: `goal://shop.example/${identifier}`,
    pageRef: 'https://shop.example/cart',
    ...(thread === undefined ? {} : { params: { __ym: { chat: thread } } }),
  });
async function reaches(): Promise<Record<string, number>> {
  await server.flushed();
  const found: Record<string, number> = {};
  for (const { id, name } of await api.goals(counter)) {
    const { totals } = await api.stat(counter, { metrics: `ym:s:goal${id}reaches` });
    if (totals[0]) found[name.replace(/^.*auto-goal: /, '')] = totals[0];
  }
  return found;
}
const health = async (): Promise<CollectionHealth> =>
  (await api.call<CollectionHealth>('GET', `/api/v1/counters/${counter}/health`)).body;

const chatwoot = (
  type = 'incoming',
  id = 7,
  who: object = { custom_attributes: { goalpost_visitor: visitor } },
) => ({
  event: 'message_created',
  message_type: type,
  conversation: { id, meta: { sender: who } },
});
const jivo = () => ({
  event_name: 'chat_finished',
  chat_id: 9,
  user_token: visitor,
  messages: [{ type: 'visitor', message: 'hi' }],
});
const STARTED = { 'customer opened chat': 1 };

describe('[C105] what page and webhook both tell counts once', () => {
  it.each(['page', 'webhook'])('[W64] by the id of the conversation, the %s first', async (first) => {
    const path = await open('chatwoot');
    await view();
    await server.flushed();
    const acts = [() => pageGoal('Chatwoot_Client_initiate_chat', '7'), () => post(path, chatwoot())];
    for (const act of first === 'page' ? acts : acts.toReversed()) await act();
    expect(await reaches()).toEqual(STARTED);
    for (const act of acts) await act();
    expect(await reaches()).toEqual(STARTED);
  });

  it.each(['page', 'webhook'])('by the visit, where the page knows no id, the %s first', async (first) => {
    const path = await open('jivo');
    await view();
    await server.flushed();
    const acts = [() => pageGoal('Jivo_Client_initiate_chat'), () => post(path, jivo())];
    for (const act of first === 'page' ? acts : acts.toReversed()) await act();
    expect(await reaches()).toEqual(STARTED);
  });

  it('by the id of the conversation, many of both at once', async () => {
    const path = await open('chatwoot');
    await view();
    await server.flushed();
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 2 === 0 ? pageGoal('Chatwoot_Client_initiate_chat', '7') : post(path, chatwoot()),
      ),
    );
    expect(await reaches()).toEqual(STARTED);
  });

  it('and two conversations are two', async () => {
    const path = await open('chatwoot');
    await view();
    await server.flushed();
    await pageGoal('Chatwoot_Client_initiate_chat', '7');
    expect(await post(path, chatwoot('incoming', 8))).toBe(200);
    // In another second: the same goal counts once in one.
    expect((await reaches())['customer opened chat']).toBeGreaterThanOrEqual(1);
  });
});

it('[C104] a conversation whose page is gone is matched by number, user id or e-mail, and stands in its visit', async () => {
  const path = await open('chatwoot');
  await view();
  await sendHit(server.url, {
    counter,
    visitor,
    kind: 'pa:1:ar:1',
    pageUrl: 'https://shop.example/cart',
    params: { __ym: { user_id: 'zoe-5' } },
  });
  await server.flushed();
  await post(path, chatwoot('outgoing', 1, { identifier: 'zoe-5' }));
  await post(path, chatwoot('incoming', 1, { identifier: 'zoe-5' }));
  expect(await reaches()).toEqual({ 'invitation answered (by a rule or an operator)': 1 });
  const { totals } = await api.stat(counter, { metrics: 'ym:s:visits,ym:s:users' });
  expect(totals).toEqual([1, 1]);
});

it('[C107] who cannot be matched makes no goal and no visit, and is counted', async () => {
  const path = await open('chatwoot');
  expect(await post(path, chatwoot('incoming', 7, { custom_attributes: { goalpost_visitor: '5' } }))).toBe(
    200,
  );
  expect(await post(path, chatwoot('incoming', 8, {}))).toBe(200);
  expect(await reaches()).toEqual({});
  expect((await api.stat(counter, { metrics: 'ym:s:visits' })).totals).toEqual([0]);
  expect((await health()).days.at(-1)?.notes).toMatchObject({ unmatched: 2 });
});

it('[W74] what pages ignored of a vendor’s chat is counted, each time it is told, for counters that are there', async () => {
  for (const what of ['object', 'origin', 'origin', 'value'])
    for (const id of [`${counter}`, '999999999', 'x', '']) {
      const answer = await fetch(`${server.url}/tag/chats/odd-${what}.js?id=${id}`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
  expect((await fetch(`${server.url}/tag/chats/odd-constructor.js?id=${counter}`)).status).toBe(404);
  expect((await health()).days.at(-1)?.notes).toEqual({ chat_object: 1, chat_origin: 2, chat_value: 1 });
});

const refused = async (): Promise<number> =>
  (await health()).refusals.find(({ reason }) => reason === 'webhook')?.count ?? 0;

describe('[C107] what is not the vendor’s is refused and counted', () => {
  const SECRET = 'shared with the vendor';
  const sign = (body: string, secret = SECRET): string =>
    `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`;
  const payload = (): string =>
    JSON.stringify({
      topic: 'conversation.user.created',
      data: { item: { id: 'c1', custom_attributes: { goalpost_visitor: visitor } } },
    });

  it('unsigned, forged, changed, of another counter or vendor, too large, and of any type', async () => {
    const path = await open('intercom', SECRET);
    await view();
    await server.flushed();
    const body = payload();
    const at = (where: string, text: string | Buffer, signature: string) =>
      post(where, text, { 'x-hub-signature': signature });
    expect(await post(path, body)).toBe(403);
    expect(await at(path, body, sign(body, 'another secret'))).toBe(403);
    expect(await at(path, `${body} `, sign(body))).toBe(403);
    expect(await at(path, body, '')).toBe(403);
    expect(await at(path.replace('intercom', 'crisp'), body, sign(body))).toBe(404);
    expect(await at(path.replace(/webhook\/\d+/, `webhook/${counter + 1}`), body, sign(body))).toBe(404);
    expect(await at(path.slice(0, -2), body, sign(body))).toBe(404);
    expect(await at(path.replace('intercom', 'nobody'), body, sign(body))).toBe(404);
    for (const bad of ['', '{', 'null {', '[['.repeat(5_000), '\u0000'])
      expect(await at(path, bad, sign(bad))).toBe(400);
    for (const odd of ['null', '5', '"x"', '[]', '{"topic":{}}', '{"topic":"conversation.user.created"}'])
      expect([odd, await at(path, odd, sign(odd))]).toEqual([odd, 200]);
    const large = JSON.stringify({ topic: 'x'.repeat(300_000) });
    expect(await at(path, large, sign(large))).toBe(413);
    expect(await at(path, Buffer.alloc(3_000_000), 'x')).toBe(413);
    const nul = JSON.stringify({
      topic: 'conversation.user.created',
      data: { item: { id: '\u0000\ud800' } },
    });
    expect(await at(path, nul, sign(nul))).toBe(200);
    expect(await reaches()).toEqual({});
    expect(await refused()).toBeGreaterThanOrEqual(11);
    expect(await at(path, body, sign(body))).toBe(200);
    expect(await at(path, body, sign(body))).toBe(200);
    expect(await reaches()).toEqual(STARTED);
  });

  it('whatever its headers say of the body, and a body in pieces or cut off, is answered and counted', async () => {
    const path = await open('chatwoot');
    const body = JSON.stringify(chatwoot());
    const say = (head: string, text: string | Buffer, isCut = false): Promise<string> =>
      rawRequest(server.url, `POST ${path} HTTP/1.1\r\n${head}`, text, isCut);
    const length = (text: string | Buffer): string => `Content-Length: ${Buffer.byteLength(text)}`;
    const chunked = `${(10).toString(16)}\r\n${body.slice(0, 10)}\r\n${(body.length - 10).toString(16)}\r\n${body.slice(10)}\r\n0\r\n\r\n`;
    const json = 'Content-Type: application/json';
    expect(await say(`${json}\r\nTransfer-Encoding: chunked`, chunked)).toBe('200');
    // The bytes are what counts: some vendors name another type, or none.
    for (const type of [
      'text/plain',
      'application/json; charset=utf-16',
      'application/x-www-form-urlencoded',
      'nonsense',
      ';;;',
      '',
    ])
      expect([type, await say(`Content-Type: ${type}\r\n${length(body)}`, body)]).toEqual([type, '200']);
    expect(await say(length(body), body)).toBe('200');

    const before = await refused();
    const packed = gzipSync(body);
    expect(await say(`${json}\r\nContent-Encoding: gzip\r\n${length(packed)}`, packed)).toBe('400');
    const wide = Buffer.from(body, 'utf16le');
    expect(await say(`${json}\r\n${length(wide)}`, wide)).toBe('400');
    expect(await say(`${json}\r\nContent-Length: 0`, '')).toBe('400');
    expect(await say(json, '')).toBe('400');
    expect(await say(`${json}\r\nContent-Length: 10485760`, '')).toBe('413');
    expect((await refused()) - before).toBe(5);
    // What never came whole is no one's: the connection ends, and the server goes on.
    await say(`${json}\r\n${length(`${body}more`)}`, body, true);
    expect(await post(path, chatwoot())).toBe(200);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect([404, 405]).toContain((await fetch(`${server.url}${path}`, { method })).status);
  });

  it('[C108] an address is told once, works no longer when it is renewed or closed, and has no secret in the answer', async () => {
    await view();
    await server.flushed();
    const first = await open('chatwoot');
    const second = await open('chatwoot');
    expect(await post(first, chatwoot())).toBe(404);
    expect(await post(second, chatwoot())).toBe(200);
    const shown = await api.call('GET', `/api/v1/counters/${counter}/vendors`);
    expect(JSON.stringify(shown.body)).not.toContain(second.split('/').at(-1));
    await api.call('DELETE', door('chatwoot'));
    expect(await post(second, chatwoot('incoming', 9))).toBe(404);
    expect((await api.call('PUT', door('intercom'), {})).status).toBe(400);
    expect((await api.call('PUT', door('jivo'), { signing_secret: SECRET })).status).toBe(400);
    expect((await api.call('PUT', door('tawk'), {})).status).toBe(404);
  });

  it('[W65] the tag tells a vendor nothing unless the owner wants it, and the settings say when webhooks came', async () => {
    const line = async () =>
      (
        await api.call<{ vendors: { id: string; webhook: Record<string, unknown> | null }[] }>(
          'GET',
          `/api/v1/counters/${counter}/vendors`,
        )
      ).body.vendors.find(({ id }) => id === 'jivo')?.webhook;
    const script = async (): Promise<string> =>
      (await fetch(`${server.url}/tag/chats.js?id=${counter}`)).text();
    const path = await open('jivo');
    expect(await line()).toMatchObject({ first_at: null, telling: 'replaces', tells_visitor: false });
    expect(await script()).not.toContain('"hand"');
    await post(path, jivo());
    await expect.poll(async () => (await line())?.['first_at']).toEqual(expect.any(Number));
    await api.call('PUT', door('jivo'), { tells_visitor: true });
    expect(await line()).toMatchObject({ tells_visitor: true });
    expect(await script()).toContain('"hand":["jivo"]');
    expect(await (await fetch(`${server.url}/tag/chats/hand-jivo.js`)).text()).toContain('setUserToken');
    expect((await fetch(`${server.url}/tag/chats/hand-tawk.js`)).status).toBe(404);
    expect((await api.call('PUT', door('live-helper-chat'), { tells_visitor: true })).body).toMatchObject({
      errors: [{ location: 'tells_visitor' }],
    });
  });

  it('[W62] of a vendor that is switched off they are taken, and make no goal', async () => {
    const path = await open('chatwoot');
    await view();
    await server.flushed();
    await api.call('PUT', `/api/v1/counters/${counter}/vendors/chatwoot`, { on: false });
    expect(await post(path, chatwoot())).toBe(200);
    expect(await reaches()).toEqual({});
  });
});
