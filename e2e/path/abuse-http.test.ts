/** Requests that are broken, lying or hostile as HTTP: each gets a plain answer, and the server goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { raw, request } from './abuse-tools.ts';
import { createApi } from './api.ts';

let server: TestServer;
let counter: number;
beforeAll(async () => {
  server = await startServer({ rateLimits: { perTenSeconds: 100_000, signInsPerMinute: 3 } });
  counter = await createApi(server.url, server.token).createCounter();
});
afterAll(() => server.close());

const send = (bytes: string | Buffer) => raw(server.url, bytes);
const outcome = async (bytes: string | Buffer) => {
  const { statuses, headers } = await send(bytes);
  return [statuses[0], headers.get('x-goalpost') ?? null];
};

describe('a hit', () => {
  const post = (headers: Record<string, string>, body = 'a=b') =>
    `POST /watch/COUNTER HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${body}`;
  const chunked = { 'Transfer-Encoding': 'chunked' };
  const stored = [200, 'stored'];
  const malformed = [400, 'refused; reason=malformed'];

  it.each<[string, string, (number | string | null)[]]>([
    ['of HTTP/1.0 with no host', 'GET /watch/COUNTER HTTP/1.0\r\n\r\n', stored],
    [
      'with two hosts',
      'GET /watch/COUNTER HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
      stored,
    ],
    [
      'that would override its method',
      post({ 'X-HTTP-Method-Override': 'DELETE', 'Content-Length': '3' }),
      stored,
    ],
    ['with a length that lies', post({ 'Content-Length': '-1' }), malformed],
    ['with two lengths', post({ 'Content-Length': '3', 'content-length': '4' }), malformed],
    ['with a length and chunks', post({ 'Content-Length': '3', ...chunked }, '0\r\n\r\n'), malformed],
    ['with broken chunks', post(chunked, 'zz\r\n'), malformed],
    [
      '[W7] with a length of 9 GB',
      post({ 'Content-Length': '9000000000' }),
      [413, 'refused; reason=too_large'],
    ],
    [
      '[W7] with chunks that do not end',
      post(chunked, `10000\r\n${'a'.repeat(0x10000)}\r\n`.repeat(80)),
      [413, 'refused; reason=too_large'],
    ],
    ['with a raw NUL', 'GET /watch/COUNTER?a=\0 HTTP/1.1\r\nHost: a\r\n\r\n', malformed],
    [
      'of a folded header',
      'GET /watch/COUNTER HTTP/1.1\r\nHost: a\r\nOrigin: b\r\n X-Evil: 1\r\n\r\n',
      malformed,
    ],
    ['of another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', malformed],
    ['[W10] by another method', request('PROPFIND /watch/COUNTER'), [405, 'refused; reason=method']],
    ['[W10] by HEAD', request('HEAD /watch/COUNTER'), [405, 'refused; reason=method']],
    [
      '[W8] with script as its callback',
      request('GET /watch/COUNTER?wmode=5&callback=%3Cscript%3E'),
      [400, 'refused; reason=callback'],
    ],
    [
      '[W8] with a header in its callback',
      request('GET /watch/COUNTER?wmode=5&callback=a%0d%0aSet-Cookie:%20x=1'),
      [400, 'refused; reason=callback'],
    ],
  ])('%s', async (_name, bytes, expected) => {
    expect(await outcome(bytes.replaceAll('COUNTER', String(counter)))).toEqual(expected);
  });

  it.each(['1e5', '-1', '1.5', '0x10', '4294967296', '%D9%A1', '__proto__', '', '%00', '../1'])(
    '[W11] of a counter that is no number: "%s"',
    async (number) => {
      expect(await outcome(request(`GET /watch/${number}`))).toEqual([404, 'refused; reason=not_a_number']);
    },
  );

  it('[W11] of a counter that is not there', async () => {
    expect(await outcome(request('GET /watch/00100'))).toEqual([404, 'refused; reason=unknown_counter']);
  });

  it('[W9] twenty in one write are answered in order', async () => {
    const hit = request(`GET /watch/${counter}`, { Connection: 'keep-alive' });
    const { statuses } = await send(hit.repeat(20) + request('GET /watch/x'));
    expect(statuses).toEqual([...Array<number>(20).fill(200), 404]);
  });

  it('[W9] an origin is given back as it came, or the request is refused: it makes no header of its own', async () => {
    for (const origin of ['http://a\tb', 'null', '*', 'http://a, http://b', `http://${'a'.repeat(600)}`]) {
      const { headers, statuses } = await send(request(`GET /watch/${counter}`, { Origin: origin }));
      expect(statuses).toEqual([200]);
      expect([origin, undefined]).toContain(headers.get('access-control-allow-origin'));
    }
  });

  it('[W14] odd cookies are not set again', async () => {
    for (const cookie of [
      '_ym_uid=1; _ym_d=x',
      '_ym_uid=a; _ym_d=1',
      '_ym_uid=99999999999999999999; _ym_d=1',
      '_ym_uid=-1',
    ]) {
      const headers = { Host: 'm.shop.example', Origin: 'https://shop.example', Cookie: cookie };
      expect(
        (await send(request(`GET /watch/${counter}`, headers))).headers.get('set-cookie'),
      ).toBeUndefined();
    }
  });
});

describe('everything else', () => {
  it.each([
    ['/tag/../../../package.json', 404],
    ['/tag/%2e%2e/%2e%2e/package.json', 404],
    ['/assets/..%2f..%2f..%2fpackage.json', 404],
    ['/assets/%00', 404],
    ['/metrika/..\\..\\tag.js', 404],
    ['/api/%E0%A4%A', 400],
  ])('no file outside is served: %s', async (path, status) => {
    const { statuses, text } = await send(request(`GET ${path}`));
    expect(statuses).toEqual([status]);
    expect(text).not.toContain('"workspaces"');
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PROPFIND'])(
    '%s of a foreign address opens nothing',
    async (method) => {
      for (const target of [
        'http://evil.example/management/v1/counters',
        '//evil.example/management/v1/counters',
        '*',
      ]) {
        const { statuses, headers } = await send(request(`${method} ${target}`));
        expect(statuses[0]).toBeLessThan(500);
        expect(headers.get('location')).toBeUndefined();
        expect(headers.get('access-control-allow-origin')).toBeUndefined();
      }
    },
  );

  it.each(['a b[%zz', '[::1', 'a:99999999', ''])(
    'a host that is none is no fault of ours: "%s"',
    async (host) => {
      for (const path of ['/api/auth/get-session', '/api/v1/me', '/', '/metrika/tag.js']) {
        expect((await send(request(`GET ${path}`, { Host: host }))).statuses[0]).toBeLessThan(500);
      }
    },
  );

  it('[W10] headers beyond any need are refused with the reason', async () => {
    const bytes = `GET /watch/${counter} HTTP/1.1\r\nHost: a\r\n${'A: b\r\n'.repeat(20_000)}\r\n`;
    expect(await outcome(bytes)).toEqual([431, 'refused; reason=too_large']);
  });
});

describe('guesses at a password', () => {
  it.each([
    ['by the straight way', '/api/auth/sign-in/email', 'stats.example'],
    ['by a way round', '/api/auth/x/../sign-in/email', 'stats.example'],
    ['by a way round, encoded', '/api/auth/x/%2e%2e/sign-in/email', 'stats.example'],
    ['by a host that is an address', '/api/auth/x', 'stats.example/api/auth/sign-in/email?'],
    ['with a new X-Forwarded-For each', '/api/auth/sign-in/email', 'stats.example'],
  ])('are limited %s', async (_way, path, host) => {
    const body = JSON.stringify({ email: server.owner.email, password: 'a wrong guess' });
    const statuses: (number | undefined)[] = [];
    for (let guess = 0; guess < 5; guess++) {
      const headers = {
        Host: host,
        'Content-Type': 'application/json',
        'X-Forwarded-For': `203.0.113.${guess}`,
      };
      statuses.push((await send(request(`POST ${path}`, headers, body))).statuses[0]);
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(3);
    expect(statuses.filter((status) => status !== 401 && status !== 429 && status !== 404)).toEqual([]);
    expect(statuses[4]).not.toBe(401);
  });
});

it('after all this the server takes hits and has broken nothing', async () => {
  expect(await outcome(request(`GET /watch/${counter}`))).toEqual([200, 'stored']);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
