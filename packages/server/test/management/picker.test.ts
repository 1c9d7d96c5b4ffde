/** [G76] [G78] The picker over HTTP: its link, its script, what it asks, and what comes back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';

let server: TestServer;
let counter: number;
let other: number;
beforeAll(async () => {
  server = await startServer();
  [counter, other] = [await newCounter(), await newCounter()];
});
afterAll(() => server.close());

async function call<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}
async function newCounter(): Promise<number> {
  const settings = { counter: { name: 'Shop', site2: { site: 'shop.example' } } };
  return (await call<{ counter: { id: number } }>('POST', '/management/v1/counters', settings)).body.counter
    .id;
}
const pathOf = (id: number) => `/api/v1/counters/${id}/picker`;
async function newLink(type: 'form' | 'button' = 'form'): Promise<{ token: string; url: string }> {
  return (await call<{ token: string; url: string }>('POST', pathOf(counter), { type, lang: 'ru' })).body;
}
/** As a page imports it. */
async function script(id: number, pick: string, ask?: unknown, headers: Record<string, string> = {}) {
  const query = new URLSearchParams({ id: String(id), pick });
  if (ask !== undefined) query.set('ask', typeof ask === 'string' ? ask : JSON.stringify(ask));
  const response = await fetch(`${server.url}/tag-tools.js?${query}`, { headers });
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.text();
}
const answer = async (id: number, pick: string, ask: unknown): Promise<unknown> =>
  JSON.parse((await script(id, pick, ask)).replace(/^export default /, ''));

it('[G76] opens a page of the site, and its script knows what it is for', async () => {
  const { token, url } = await newLink();
  expect(url).toBe(`https://shop.example/?_gp_pick=${token}`);
  expect(await script(counter, token)).toContain('{"type":"form","lang":"ru","refused":null}');
});

it('[G76] tells the page why a link opens no picker, in the language of the browser', async () => {
  const { token } = await newLink();
  expect(await script(other, token)).toContain('"refused":"other_counter"');
  const forged = await script(counter, `${token}x`, undefined, { 'accept-language': 'ru-RU,ru' });
  expect(forged).toContain('"lang":"ru","refused":"forged"');
  for (const ask of [
    { do: 'use', conditions: [{ type: 'id', url: 'a' }] },
    { do: 'count', conditions: [] },
  ]) {
    expect(await answer(counter, `${token}x`, ask)).toHaveProperty('error');
    expect(await answer(other, token, ask)).toHaveProperty('error');
  }
});

it('[G76] refuses a token at the API, and names it', async () => {
  const { token } = await newLink();
  for (const [id, wrong] of [
    [counter, `${token}x`],
    [other, token],
    [counter, ''],
  ] as const) {
    const { status, body } = await call('GET', `${pathOf(id)}?token=${wrong}`);
    expect([status, body]).toMatchObject([400, { errors: [{ location: 'token' }] }]);
  }
  expect((await call('POST', pathOf(counter), { type: 'url' })).status).toBe(400);
  expect((await fetch(server.url + pathOf(counter), { method: 'POST' })).status).toBe(401);
});

it('[G77] counts what a goal of the condition would have counted', async () => {
  const form = new URLSearchParams({
    'page-url': 'form://shop.example/?i=lead&n=&p=%23lead',
    'page-ref': 'https://shop.example/',
    'browser-info': 'ar:1:u:1700000000000000001:et:1',
  });
  const view = new URLSearchParams({
    'page-url': 'https://shop.example/?_gp_pick=x',
    'browser-info': 'pv:1:u:1700000000000000001',
  });
  for (const hit of [view, form]) await fetch(`${server.url}/watch/${counter}?${hit}`);
  const { token } = await newLink();
  const count = (url: string) => answer(counter, token, { do: 'count', conditions: [{ type: 'id', url }] });
  await expect.poll(() => count('lead')).toEqual({ count: 1, days: 28, sampled: false });
  expect(await count('other')).toEqual({ count: 0, days: 28, sampled: false });
});

it('[G78] gives the form of the goal what was chosen last, and makes no goal', async () => {
  const { token } = await newLink('button');
  const chosen = async () =>
    (await call<{ chosen: unknown }>('GET', `${pathOf(counter)}?token=${token}`)).body.chosen;
  expect(await chosen()).toBeNull();
  for (const url of ['Buy', ' Buy now '])
    expect(await answer(counter, token, { do: 'use', conditions: [{ type: 'text', url }] })).toEqual({
      used: true,
    });
  expect(await chosen()).toEqual({ type: 'button', conditions: [{ type: 'text', url: 'Buy now' }] });
  const { body } = await call<{ goals: { type: string }[] }>(
    'GET',
    `/management/v1/counter/${counter}/goals`,
  );
  expect(body.goals.filter(({ type }) => type === 'button')).toEqual([]);
});

it('[G78] takes no question that it cannot read', async () => {
  const { token } = await newLink();
  const wrong = ['', '{', 'null', '[]', '{"do":"use"}', { do: 'drop', conditions: [] }, 'x'.repeat(8_000)];
  const conditions = [
    { type: 'url', url: 'a' },
    { type: 'id', url: ' ' },
    { type: 'id', url: 'a'.repeat(2_000) },
  ];
  for (const ask of [...wrong, ...conditions.map((one) => ({ do: 'use', conditions: [one] }))])
    expect(await answer(counter, token, ask)).toHaveProperty('error');
});
