/** Hits made to hurt. Each is taken as far as it makes sense [W2–W6], and what others sent is counted right. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { watchPatience } from './abuse-tools.ts';
import { type Api, createApi } from './api.ts';
import { newVisitorId, ORDINARY_HEADERS, sendHit } from './wire.ts';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

/** @returns `X-Goalpost` of the answer */
async function post(
  counter: number,
  body: string,
  headers: Record<string, string> = {},
): Promise<string | null> {
  const answer = await fetch(`${server.url}/watch/${counter}`, {
    method: 'POST',
    body,
    headers: { ...ORDINARY_HEADERS, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  await answer.arrayBuffer();
  return answer.headers.get('x-goalpost');
}

const encoded = (keys: Record<string, string>) => new URLSearchParams(keys).toString();
const info = (text: string) => encoded({ 'page-url': 'https://shop.example/', 'browser-info': text });
const params = (json: string) => encoded({ 'page-url': 'https://shop.example/', 'site-info': json });

const BODIES: readonly (readonly [name: string, body: string, outcome: string])[] = [
  ['percent signs alone', `page-url=${'%'.repeat(60_000)}`, 'stored; note=url_cut'],
  ['escapes that are no UTF-8', `page-url=https://shop.example/${'%ff'.repeat(500)}`, 'stored'],
  ['the code of a lone surrogate', 'page-url=https://shop.example/%ED%A0%80', 'stored'],
  ['ampersands alone', '&'.repeat(65_000), 'stored'],
  ['the same key over and over', 'page-url='.repeat(7_000), 'stored; note=url_cut'],
  ['colons alone', `browser-info=${':'.repeat(65_000)}`, 'stored'],
  ['keys without end', `browser-info=${'a:b:'.repeat(15_000)}`, 'stored'],
  ['titles within titles', `browser-info=${'t:'.repeat(30_000)}`, 'stored'],
  ['JSON of 10,000 levels', params('['.repeat(10_000) + ']'.repeat(10_000)), 'stored; note=params'],
  ['JSON of 4,000 levels', params('['.repeat(4_000) + ']'.repeat(4_000)), 'stored; note=params'],
  ['JSON that ends early', params('{"a":'), 'stored; note=params'],
  ['keys of prototypes', params('{"__proto__":{"a":1},"constructor":{"prototype":{"b":1}}}'), 'stored'],
  ['the same in escapes', params(String.raw`{"\u005f_proto__":{"a":1}}`), 'stored'],
  ['lone surrogates in JSON', params(String.raw`{"\ud800":"\udfff"}`), 'stored'],
  ['NULs', encoded({ 'page-url': 'https://shop.example/\0', 'browser-info': 'pv:1:t:\0' }), 'stored'],
  [
    'the other way to write, and pictures',
    encoded({ 'page-url': 'https://shop.example/\u202e😀\ufffe' }),
    'stored',
  ],
  ['an infinite price', params('{"order_price":1e400,"currency":"EUR"}'), 'stored; note=price'],
  ['a price below nothing', params('{"order_price":-1e308,"currency":"EUR"}'), 'stored; note=price'],
  ['an infinite user', params('{"__ym":{"user_id":1e400}}'), 'stored'],
  [
    'numbers without end',
    info(`pv:1:rn:${'9'.repeat(400)}:hid:-1:rqn:1e400:et:${'9'.repeat(12)}:etms:-5`),
    'stored',
  ],
  ['a visitor beyond 64 bits', info('pv:1:u:18446744073709551616:et:-1:s:-1x99999999'), 'stored'],
  ['the largest visitor', info('pv:1:u:18446744073709551615:la:__proto__'), 'stored'],
  ['an address that runs script', encoded({ 'page-url': 'javascript:alert(1)' }), 'stored'],
  [
    'an address of several lines',
    encoded({ 'page-url': 'https://shop.example/\n{"a":1}\r\nINSERT' }),
    'stored',
  ],
  ['SQL', encoded({ 'page-url': String.raw`https://shop.example/'; DROP TABLE hits; --\'\\` }), 'stored'],
  ['a body of another type', '{"page-url":"https://shop.example/"}', 'refused; reason=malformed'],
  ['[W7] a body of 1 MB', 'a'.repeat(1 << 20), 'refused; reason=too_large'],
];

const AGENTS = [
  '('.repeat(1_000),
  `Mozilla/5.0 ${'(a;'.repeat(330)}`,
  'a/1.'.repeat(250),
  `Mozilla/5.0 (Linux; Android ${'9;'.repeat(450)})`,
  `Chrome/${'1.'.repeat(500)}`,
  `http://${'a-'.repeat(480)}`,
  '\xff'.repeat(1_000),
  ' ',
];

describe('a hit', () => {
  it.each(BODIES)('[W2–W6] with %s', async (_name, body, outcome) => {
    expect(await post(await api.createCounter(), body)).toBe(outcome);
  });
});

it('after all of these, at once and by odd agents, nothing was set aside and an honest hit is counted', async () => {
  const counter = await api.createCounter();
  const patience = watchPatience(server.url);
  await Promise.all([
    ...BODIES.map(([, body]) => post(counter, body)),
    ...AGENTS.map((agent) => post(counter, info('pv:1'), { 'user-agent': agent })),
  ]);
  const own = await api.createCounter();
  await sendHit(server.url, { counter: own, visitor: newVisitorId(), pageUrl: 'https://shop.example/' });
  await server.flushed();
  expect((await api.stat(own, { metrics: 'ym:s:visits,ym:s:pageviews' })).totals).toEqual([1, 1]);
  const health = await api.call<{ server: object }>('GET', `/api/v1/counters/${counter}/health`);
  expect(health.body.server).toMatchObject({ ready: true, storing: true, set_aside: 0, damaged_segments: 0 });
  expect(await patience.end()).toBeLessThan(1_000);
});

describe('what anyone can write into reports', () => {
  const FORMULA = '=HYPERLINK("https://evil.example","x")';
  const SCRIPT = '<img src=x onerror=alert(1)>';
  const url = `https://shop.example/${encodeURIComponent(SCRIPT)}?utm_source=${encodeURIComponent(FORMULA)}`;

  it('is text, in JSON and in CSV: never a formula, never a page', async () => {
    const counter = await api.createCounter();
    await sendHit(server.url, { counter, visitor: newVisitorId(), pageUrl: url });
    await server.flushed();
    const query = new URLSearchParams({
      ids: String(counter),
      metrics: 'ym:s:visits',
      dimensions: 'ym:s:lastsignUTMSource,ym:s:startURLPath',
      date1: '2daysAgo',
    });
    const headers = { authorization: `OAuth ${server.token}` };
    const json = await fetch(`${server.url}/stat/v1/data?${query}`, { headers });
    const { data } = (await json.json()) as { data: { dimensions: { name: string }[] }[] };
    expect(data[0]?.dimensions[0]?.name).toBe(FORMULA);
    const csv = await fetch(`${server.url}/stat/v1/data.csv?${query}`, { headers });
    const row = (await csv.text()).split('\r\n')[2] ?? '';
    expect(row.startsWith(`"'=HYPERLINK(""https`)).toBe(true);
    for (const answer of [json, csv]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-type')).not.toContain('html');
    }
  });

  it('[W10] hosts and numbers that nobody owns are remembered for a while, not for ever', async () => {
    const counter = await api.createCounter();
    const send = (n: number) =>
      fetch(`${server.url}/watch/${3_000_000_000 + n}?page-url=https://h${n}.shop.example/`, {
        headers: ORDINARY_HEADERS,
      }).then((answer) => answer.arrayBuffer());
    for (let from = 0; from < 1_000; from += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => send(from + index)));
    }
    const health = await api.call<{ stray: unknown[] }>('GET', `/api/v1/counters/${counter}/health`);
    expect(health.body.stray.length).toBeGreaterThan(400);
    expect(health.body.stray.length).toBeLessThanOrEqual(500);
  });
});
