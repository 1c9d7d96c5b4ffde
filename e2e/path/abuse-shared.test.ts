/** A shared link's token at every door of the API: it opens its own report and nothing else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { createApi, type Api } from './api.ts';

let server: TestServer;
let api: Api;
let counter: number;
let token: string;
beforeAll(async () => {
  server = await startServer({ rateLimits: { perTenSeconds: 100_000, signInsPerMinute: 100_000 } });
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
  const made = await api.call<{ token: string }>('POST', `/api/v1/counters/${counter}/shares`, {
    share: { report: 'traffic' },
  });
  ({ token } = made.body);
});
afterAll(() => server.close());

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

it('[A33] is refused at every route of the API, in every place where a token is taken', async () => {
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Document;
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  expect(routes.length).toBeGreaterThan(60);
  const opened: string[] = [];
  const open: string[] = [];
  for (const { method, path } of routes) {
    const filled = path.replaceAll(/\{counterId\}/g, String(counter)).replaceAll(/\{\w+\}/g, '1');
    const ways: readonly (readonly [string, Record<string, string>])[] = [
      [filled, {}],
      [filled, { authorization: `OAuth ${token}` }],
      [filled, { authorization: `Bearer ${token}` }],
      [`${filled}?oauth_token=${token}`, {}],
      [filled, { cookie: `better-auth.session_token=${token}` }],
    ];
    const statuses = new Set<number>();
    for (const [address, headers] of ways) {
      const body = method === 'GET' ? {} : { body: '{}' };
      statuses.add((await fetch(server.url + address, { method, headers, ...body })).status);
    }
    // The first way is a stranger's: with the token, nothing is answered in another way.
    if (statuses.size > 1) opened.push(`${method} ${path}: ${[...statuses].join(', ')}`);
    if (![...statuses].every((status) => status === 401)) open.push(`${method} ${path}`);
  }
  expect(opened).toEqual([]);
  // Doors that ask for no account are few, and none of them is about one counter's reports.
  expect(
    open.filter((route) =>
      / \/(?:management|stat|api\/v1\/(?:counters|me|tokens|audit))(?:\/|$)/.test(route),
    ),
  ).toEqual([]);
});

it('[A30] its page may be framed by other sites, and no other page may', async () => {
  const policy = async (path: string) =>
    (await fetch(server.url + path)).headers.get('content-security-policy') ?? '';
  expect(await policy(`/s/${token}`)).toContain('frame-ancestors *');
  for (const path of ['/', '/counters', `/counter/${counter}/overview`])
    expect(await policy(path)).toContain("frame-ancestors 'none'");
});
