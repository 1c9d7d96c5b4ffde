/** Requests that no one could read, through the real server: told to the counter's owner, and in the metrics. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

async function startBelow(base: string) {
  const below = await startServer({ environment: { GOALPOST_PUBLIC_URL: `http://127.0.0.1${base}/` } });
  return {
    server: below,
    api: createApi(below.url, below.token),
    [Symbol.asyncDispose]: () => below.close(),
  };
}

async function send(bytes: string, url = server.url): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}
const metric = async (line: string): Promise<number> => {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const [, value] =
    metrics
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ') ?? [];
  return Number(value);
};

it('[W10] a hit that is no HTTP is counted for its counter', async () => {
  const counter = await api.createCounter();
  expect(await send(`GET /watch/${counter}?page-url=\u0001 HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(
    'reason=malformed',
  );
  const { body } = await api.call<{ refusals: object[] }>('GET', `/api/v1/counters/${counter}/health`);
  expect(body.refusals).toMatchObject([{ reason: 'malformed', count: 1 }]);
  expect(await metric('goalpost_requests_unreadable_total{reason="malformed"}')).toBe(1);
});

it('an endless line is counted in the metrics', async () => {
  const before = await metric('goalpost_requests_unreadable_total{reason="too_large"}');
  expect(await send(`GET /watch/1?${'a'.repeat(1 << 20)}`)).toContain('414 URI Too Long');
  expect(await metric('goalpost_requests_unreadable_total{reason="too_large"}')).toBe(before + 1);
});

it('[W10] [W78] below a path of another site, too, whether a proxy keeps it or not', async () => {
  const base = `/${'stats-of-all-shops-'.repeat(9)}a`;
  await using below = await startBelow(base);
  const counter = await below.api.createCounter();
  const broken = (path: string) => `GET ${path}/watch/${counter}?page-url=\u0001 HTTP/1.1\r\nHost: x\r\n\r\n`;
  for (const path of [base, '']) await send(broken(path), below.server.url);
  const { body } = await below.api.call<{ refusals: object[] }>('GET', `/api/v1/counters/${counter}/health`);
  expect(body.refusals).toMatchObject([{ reason: 'malformed', count: 2 }]);
});
