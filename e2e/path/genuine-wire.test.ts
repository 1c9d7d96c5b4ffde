/**
 * What the genuine open-source tag was seen to send (its requests were recorded in a browser), sent to this
 * server. Every hit counted once, params and user params where they belong.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, conversions, createApi } from './api.ts';
import { ORDINARY_HEADERS } from './wire.ts';

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: string;
}

const [oneGoalPage, everyMethodPage] = JSON.parse(
  readFileSync(new URL('genuine-hits.json', import.meta.url), 'utf8'),
) as [Recorded[], Recorded[]];

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

/** Sends a recording as if it had been made just now. */
async function replay(recording: readonly Recorded[], counter: number): Promise<void> {
  const times = recording.map((hit) => Number(/:et:(\d+)/.exec(hit.query['browser-info'] ?? '')?.[1] ?? 0));
  const shift = Math.floor(Date.now() / 1000) - Math.max(...times) - 1;
  for (const hit of recording) {
    const info = (hit.query['browser-info'] ?? '').replace(
      /:(et|st):(\d+)/g,
      (_all, key: string, value: string) => `:${key}:${Number(value) + shift}`,
    );
    const query = new URLSearchParams({ ...hit.query, 'browser-info': info });
    const path = hit.path.replace('100001', String(counter));
    const answer = await fetch(`${server.url}${path}?${query}`, {
      method: hit.method,
      headers: { ...ORDINARY_HEADERS, origin: 'http://shop.example' },
      ...(hit.method === 'POST' ? { body: hit.body ?? '' } : {}),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://shop.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    if (hit.query['wmode'] === '7') expect(await answer.json()).toHaveProperty('settings');
  }
}

describe('the genuine tag, pointed at this server', () => {
  it('a page and two chat goals: two automatic goals, the price taken, the advertisement known', async () => {
    const counter = await api.createCounter();
    await replay(oneGoalPage, counter);
    await server.flushed();
    expect(await conversions(api, counter)).toEqual({
      'Jivo auto-goal: customer opened chat': [1, 1, 1, 1, 100],
      'Jivo auto-goal: offline message': [1, 1, 1, 1, 100],
    });
    const opened = (await api.goals(counter)).find(
      (goal) => goal.conditions[0]?.url === 'Jivo_Client_initiate_chat',
    );
    const report = await api.stat(counter, {
      metrics: `ym:s:goal${opened?.id}reaches,ym:s:goal${opened?.id}revenue`,
      dimensions: 'ym:s:lastTrafficSource,ym:s:lastUTMCampaign',
    });
    expect(report.data).toEqual([
      {
        dimensions: [expect.objectContaining({ id: 'ad' }), expect.objectContaining({ name: 'x' })],
        metrics: [1, 10.5],
      },
    ]);
  });

  it('[V12] every method in one burst, most hits sent twice: each counted once', async () => {
    const counter = await api.createCounter();
    await replay(everyMethodPage, counter);
    await replay(everyMethodPage.toReversed(), counter);
    await server.flushed();
    const { totals } = await api.stat(counter, {
      metrics: 'ym:s:visits,ym:s:users,ym:s:pageviews,ym:s:bounceRate',
    });
    expect(totals).toEqual([1, 1, 2, 0]);
  });
});
