import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function call<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}
const newCounter = async (settings: object = {}) => {
  const counter = { name: 'Shop', site2: { site: 'shop.example' }, ...settings };
  return (await call<{ counter: { id: number } }>('POST', '/management/v1/counters', { counter })).body
    .counter.id;
};
interface Link {
  readonly token: string;
  readonly url: string;
}
const pathOf = (counter: number) => `/api/v1/counters/${counter}/test-mode`;

it.each([
  ['origin', { only_mirrors: true }, 'other.example'],
  ['own_visit', { own_visits: { addresses: ['127.0.0.1'] } }, 'shop.example'],
  ['no_consent', { consent: { mode: 'ask' } }, 'shop.example'],
] as const)('[G67] [G94] says that a page was not counted, and why: %s', async (reason, settings, host) => {
  const counter = await newCounter(settings);
  const { body: link } = await call<Link>('POST', pathOf(counter));
  expect(link.url).toBe(`https://shop.example/?_gp_test=${link.token}`);
  const page = `https://${host}/?_gp_test=${link.token}`;
  const query = new URLSearchParams({ 'page-url': page, 'browser-info': 'pv:1:u:1700000000000000001' });
  expect((await fetch(`${server.url}/watch/${counter}?${query}`)).status).toBe(403);
  const feed = await call('GET', `${pathOf(counter)}?token=${link.token}`);
  expect(feed.body).toMatchObject({
    hits: [{ refused: true, refused_by: reason, url: `https://${host}/`, goals: [] }],
  });
});

it('[G66] refuses a token that is forged, or of another counter, and names it', async () => {
  const [one, other] = [await newCounter(), await newCounter()];
  const { body: link } = await call<Link>('POST', pathOf(one));
  for (const token of [`${link.token}x`, 'a.b.c', '']) {
    const { status, body } = await call('GET', `${pathOf(one)}?token=${token}`);
    expect([status, body]).toMatchObject([400, { errors: [{ location: 'token' }] }]);
  }
  expect((await call('GET', `${pathOf(other)}?token=${link.token}`)).status).toBe(400);
});
