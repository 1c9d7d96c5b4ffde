/** The site's own visits through a running server: marked by a link, left out, and counted again. */
import type { Counter } from '@goalpost/contract/management';
import type { CollectionHealth } from '@goalpost/contract/collection';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, reach, sendHit } from '../../../e2e/path/wire.ts';
import { newKey, visit } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await startServer({ environment: { GOALPOST_TRUST_PROXY: '127.0.0.1' } });
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
  await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
});
afterAll(() => server.close());

const own = async () =>
  (await api.call<{ counter: Counter }>('GET', `/management/v1/counter/${counter}`)).body.counter.own_visits;
const totals = async () => {
  await server.flushed();
  return (await api.stat(counter, { metrics: 'ym:s:visits,ym:s:pageviews,ym:s:sumGoalReachesAny' })).totals;
};

it('[P28] a link leaves out what its browser does from then on, chat too, and another counts it again', async () => {
  const colleague = newVisitorId();
  const view = (pageUrl = 'https://shop.example/') =>
    sendHit(server.url, { counter, visitor: colleague, pageUrl });
  const { body } = await api.call<{ mark_url: string; unmark_url: string }>(
    'POST',
    `/api/v1/counters/${counter}/own-visits/links`,
  );
  expect(body.mark_url).toMatch(/^https:\/\/shop\.example\/\?_gp_own=1\./);
  expect((await view(body.mark_url)).status).toBe(403);
  await expect.poll(async () => (await own()).browsers.length).toBe(1);
  expect(JSON.stringify(await own())).not.toContain(colleague);
  expect((await view()).status).toBe(403);
  expect((await reach(server.url, { counter, visitor: colleague }, 'order')).status).toBe(403);
  const { tab } = await visit(server.url, counter, { visitor: colleague });
  tab.send({ type: 'message', key: newKey(), text: 'is this on?', fileId: null });
  await tab.next('stored');
  await tab.close();
  expect(
    (await sendHit(server.url, { counter, visitor: newVisitorId(), pageUrl: 'https://shop.example/' }))
      .status,
  ).toBe(200);
  const refusals = async () =>
    (await api.call<CollectionHealth>('GET', `/api/v1/counters/${counter}/health`)).body.refusals;
  await expect.poll(refusals).toMatchObject([{ reason: 'own_visit', count: 4 }]);
  expect(await totals()).toEqual([1, 1, 0]);

  expect((await view(body.unmark_url)).status).toBe(403);
  await expect.poll(async () => (await own()).browsers).toEqual([]);
  expect((await view()).status).toBe(200);
  expect((await totals()).slice(0, 2)).toEqual([2, 2]);
});

it('[P28] a mark is taken away in the settings, and one that is not there is said', async () => {
  const { body } = await api.call<{ mark_url: string }>(
    'POST',
    `/api/v1/counters/${counter}/own-visits/links`,
  );
  const visitor = newVisitorId();
  await sendHit(server.url, { counter, visitor, pageUrl: body.mark_url });
  await expect.poll(async () => (await own()).browsers.length).toBe(1);
  const mark = (await own()).browsers[0]?.mark ?? '';
  const at = `/api/v1/counters/${counter}/own-visits/browsers`;
  expect((await api.call('DELETE', `${at}/${mark}`)).body).toEqual({ browsers: [] });
  expect((await api.call('DELETE', `${at}/${mark}`)).status).toBe(404);
  expect((await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/' })).status).toBe(
    200,
  );
});

it('[P27] addresses are checked at their place, and left out at once', async () => {
  const put = (addresses: string[]) =>
    api.call('PUT', `/management/v1/counter/${counter}`, { counter: { own_visits: { addresses } } });
  const refused = await put(['203.0.113.7', 'office', '10.0.0.0/33']);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    400,
    expect.stringMatching(/own_visits\.addresses\.1.*own_visits\.addresses\.2/),
  ]);
  expect((await put(['203.0.113.0/24'])).status).toBe(200);
  const from = (address: string) =>
    fetch(`${server.url}/watch/${counter}?page-url=https%3A%2F%2Fshop.example%2F&browser-info=pv%3A1`, {
      headers: { 'x-forwarded-for': address },
    });
  expect([(await from('203.0.113.7')).status, (await from('203.0.115.7')).status]).toEqual([403, 200]);
});
