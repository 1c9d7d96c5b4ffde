/** Rules S13–S19 from outside, by HTTP alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, conversions, createApi } from './api.ts';
import { newVisitorId, reach, sendHit } from './wire.ts';

const OPENED = 'Jivo auto-goal: customer opened chat';
const INITIATE = 'Jivo_Client_initiate_chat';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

const action = (name: string, identifier: string, type = 'exact') => ({
  goal: { name, type: 'action', conditions: [{ type, url: identifier }] },
});

describe('automatic goals', () => {
  it('[S4] [S11] the first event of its kind makes the goal, and counts', async () => {
    const counter = await api.createCounter();
    const visitor = newVisitorId();
    await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/' });
    const answer = await reach(server.url, { counter, visitor }, INITIATE);
    expect(answer.headers.get('x-goalpost')).toBe('stored');
    await server.flushed();
    const goals = await api.goals(counter);
    expect(goals.map((goal) => [goal.name, goal.goal_source, goal.conditions])).toEqual([
      [OPENED, 'auto', [{ type: 'exact', url: INITIATE }]],
    ]);
    expect(await conversions(api, counter)).toEqual({ [OPENED]: [1, 1, 1, 1, 100] });
  });

  it('[S2] [G15] nothing new is made while the switch is off; what exists goes on counting', async () => {
    const counter = await api.createCounter();
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    await api.call('PUT', `/management/v1/counter/${counter}`, { counter: { autogoals_enabled: false } });
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await reach(server.url, { counter, visitor: newVisitorId() }, 'Jivo_Offline_message_sent');
    await server.flushed();
    expect((await api.goals(counter)).map((goal) => goal.name)).toEqual([OPENED]);
    expect((await conversions(api, counter))[OPENED]?.[3]).toBe(2);
  });

  it('[S19] none is made where a goal with exactly the same condition stands', async () => {
    const counter = await api.createCounter();
    await api.call('POST', `/management/v1/counter/${counter}/goals`, action('Mine', INITIATE));
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    expect((await api.goals(counter)).map((goal) => goal.name)).toEqual(['Mine']);
    expect((await conversions(api, counter))['Mine']?.[3]).toBe(1);
  });

  it('[S19] a different operator is another condition', async () => {
    const counter = await api.createCounter();
    await api.call('POST', `/management/v1/counter/${counter}/goals`, action('Mine', INITIATE, 'contain'));
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    expect((await api.goals(counter)).map((goal) => goal.name).toSorted()).toEqual(
      [OPENED, 'Mine'].toSorted(),
    );
  });

  it('[S13] automatic goals do not count towards the 200', async () => {
    const counter = await api.createCounter();
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    for (let number = 1; number <= 200; number++) {
      const made = await api.call(
        'POST',
        `/management/v1/counter/${counter}/goals`,
        action(`G${number}`, `id_${number}`),
      );
      expect(made.status).toBe(200);
    }
    const refused = await api.call<{ errors: { error_type: string }[] }>(
      'POST',
      `/management/v1/counter/${counter}/goals`,
      action('one too many', 'id_201'),
    );
    expect([refused.status, refused.body.errors[0]?.error_type]).toEqual([400, 'limit_exceeded']);
    await reach(server.url, { counter, visitor: newVisitorId() }, 'Jivo_Offline_message_sent');
    await server.flushed();
    expect((await api.goals(counter)).filter((goal) => goal.goal_source === 'auto')).toHaveLength(2);
  });

  it('[S14] an automatic goal is refused as a step', async () => {
    const counter = await api.createCounter();
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    const refused = await api.call<{ errors: { location: string }[] }>(
      'POST',
      `/management/v1/counter/${counter}/goals`,
      {
        goal: {
          name: 'Funnel',
          type: 'step',
          steps: [
            { name: 'Cart', type: 'url', conditions: [{ type: 'contain', url: '/cart' }] },
            { name: 'Chat', type: 'action', conditions: [{ type: 'exact', url: INITIATE }] },
          ],
        },
      },
    );
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0]?.location).toContain('goal.steps.1');
  });
});

describe('limits and changes', () => {
  it('[S15] the same goal and visitor count once a second', async () => {
    const counter = await api.createCounter();
    const visitor = newVisitorId();
    const et = Math.floor(Date.now() / 1000) - 60;
    await Promise.all([1, 2, 3].map(() => reach(server.url, { counter, visitor, et }, INITIATE)));
    await reach(server.url, { counter, visitor, et: et + 2 }, INITIATE);
    await reach(server.url, { counter, visitor: newVisitorId(), et }, INITIATE);
    await server.flushed();
    expect((await conversions(api, counter))[OPENED]?.[3]).toBe(3);
  });

  it('[S16] 400 reaches a visit over all goals', async () => {
    const counter = await api.createCounter();
    await api.call('POST', `/management/v1/counter/${counter}/goals`, action('Other', 'other'));
    const visitor = newVisitorId();
    const start = Math.floor(Date.now() / 1000) - 1_000;
    for (let index = 0; index < 410; index += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, step) => {
          const identifier = (index + step) % 2 === 0 ? INITIATE : 'other';
          return reach(server.url, { counter, visitor, et: start + index + step }, identifier);
        }),
      );
    }
    await server.flushed();
    const { totals } = await api.stat(counter, { metrics: 'ym:s:sumGoalReachesAny,ym:s:visits' });
    expect(totals).toEqual([400, 1]);
  });

  it('[S17] an edit changes the future only', async () => {
    const counter = await api.createCounter();
    const made = await api.call<{ goal: { id: number } }>(
      'POST',
      `/management/v1/counter/${counter}/goals`,
      action('Lead', 'lead'),
    );
    const id = made.body.goal.id;
    const reaches = async () => (await api.stat(counter, { metrics: `ym:s:goal${id}reaches` })).totals[0];
    await reach(server.url, { counter, visitor: newVisitorId() }, 'lead');
    await reach(server.url, { counter, visitor: newVisitorId() }, 'lead2');
    await api.call('PUT', `/management/v1/counter/${counter}/goal/${id}`, action('Lead', 'lead2'));
    await reach(server.url, { counter, visitor: newVisitorId() }, 'lead');
    await server.flushed();
    expect(await reaches()).toBe(1);
    await reach(server.url, { counter, visitor: newVisitorId() }, 'lead2');
    await server.flushed();
    expect(await reaches()).toBe(2);
  });

  it('[S18] a deleted goal hides its data at once, a restored one shows it again', async () => {
    const counter = await api.createCounter();
    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    const id = (await api.goals(counter))[0]?.id ?? 0;
    const removed = await api.call('DELETE', `/management/v1/counter/${counter}/goal/${id}`);
    expect(removed.body).toEqual({ success: true });
    expect(await conversions(api, counter)).toEqual({});
    expect((await api.stat(counter, { metrics: 'ym:s:sumGoalReachesAny' })).totals).toEqual([0]);
    expect((await api.call('GET', `/stat/v1/data?ids=${counter}&metrics=ym:s:goal${id}reaches`)).status).toBe(
      400,
    );
    expect(await api.goals(counter)).toEqual([]);
    expect((await api.goals(counter, true)).map((goal) => goal.status)).toEqual(['Deleted']);

    await reach(server.url, { counter, visitor: newVisitorId() }, INITIATE);
    await server.flushed();
    expect(await api.goals(counter)).toEqual([]);

    await api.call('POST', `/management/v1/counter/${counter}/goal/${id}/undelete`);
    expect((await conversions(api, counter))[OPENED]?.[3]).toBe(1);
  });
});
