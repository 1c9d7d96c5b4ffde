/** The server as it runs: what its processing thread makes of hits is what everyone is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '../../../e2e/path/api.ts';
import { newVisitorId, reach, sendHit } from '../../../e2e/path/wire.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
beforeAll(async () => {
  const processing = new URL('../src/boot/processing/thread.ts', import.meta.url);
  server = await startServer({ processing });
});
afterAll(() => server.close());

it('[V29] shows hits, goals that they make, and duplicates in reports, live feed, health and metrics', async () => {
  const { url, token } = server;
  const api = createApi(url, token);
  const counter = await api.createCounter();
  const visitor = newVisitorId();
  const et = Math.floor(Date.now() / 1_000);
  const view = { counter, visitor, rn: 1, et, pageUrl: 'https://shop.example/' };
  await sendHit(url, view);
  await sendHit(url, view);
  await reach(url, { counter, visitor, rn: 2, et }, 'Jivo_Client_initiate_chat');
  await server.flushed();

  const metrics = 'ym:s:pageviews,ym:s:sumGoalReachesAny,ym:s:users';
  expect((await api.stat(counter, { metrics })).totals).toEqual([1, 1, 1]);
  const live = await api.call<{ visitors_now: number; hits: { goals: number[] }[] }>(
    'GET',
    `/api/v1/counters/${counter}/live`,
  );
  expect(live.body.visitors_now).toBe(1);
  expect(live.body.hits.map(({ goals }) => goals.length)).toEqual([1, 0]);
  const health = await api.call<{ server: Record<string, unknown>; hours: { notes: object }[] }>(
    'GET',
    `/api/v1/counters/${counter}/health`,
  );
  expect(health.body.server).toMatchObject({ ready: true, storing: true, backlog_bytes: 0, set_aside: 0 });
  expect(health.body.hours[0]?.notes).toMatchObject({ duplicate: 1 });
  const exported = async () =>
    (await fetch(`${url}/metrics`, { headers: { authorization: `OAuth ${token}` } })).text();
  await expect.poll(exported).toContain('goalpost_journal_backlog_segments 0');
});
