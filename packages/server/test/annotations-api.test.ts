/** Notes on charts over HTTP, in the whole server: own ones, and those that changes make. */
import type { Annotation } from '@goalpost/contract/notices';
import type { ApiError } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from './start-server.ts';

/** Late in the evening of UTC, it is the next day in Moscow. */
const NOW = Date.parse('2026-03-10T22:30:00Z');

let server: TestServer;
let counterId: number;

beforeAll(async () => {
  server = await startServer({ clock: { now: () => NOW } });
  const made = await call<{ counter: { id: number } }>('POST', '/management/v1/counters', {
    counter: { name: 'Shop', site: 'shop.example', time_zone_name: 'Europe/Moscow' },
  });
  counterId = made.body.counter.id;
});
afterAll(() => server.close());

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T & ApiError }> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T & ApiError };
}

const of = (more = ''): string => `/api/v1/counters/${counterId}/annotations${more}`;
const listed = async (date1 = '2026-03-01', date2 = '2026-03-31') =>
  (await call<{ annotations: Annotation[] }>('GET', of(`?date1=${date1}&date2=${date2}`))).body.annotations;

it('[M109] notes of one’s own are made, changed, seen by their days, and deleted', async () => {
  const { body } = await call<{ annotation: Annotation }>('POST', of(), {
    annotation: { day: '2026-03-05', text: ' Sale <b>began</b> ' },
  });
  expect(body.annotation).toMatchObject({ kind: 'own', day: '2026-03-05', text: 'Sale <b>began</b>' });
  const { id } = body.annotation;
  await call('PUT', of(`/${id}`), { annotation: { day: '2026-03-06', text: 'Sale' } });
  const own = (all: readonly Annotation[]) => all.filter(({ kind }) => kind === 'own');
  expect(own(await listed())).toMatchObject([
    { id, day: '2026-03-06', text: 'Sale', author: server.owner.email },
  ]);
  expect(own(await listed('2026-03-07'))).toEqual([]);
  expect((await call('DELETE', of(`/${id}`))).status).toBe(200);
  expect((await call('DELETE', of(`/${id}`))).status).toBe(404);
});

it('[M109] a goal that is made and changed, and settings, stand at their day of the counter', async () => {
  const goal = { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order' }] };
  const base = `/management/v1/counter/${counterId}`;
  const { body } = await call<{ goal: { id: number } }>('POST', `${base}/goals`, { goal });
  await call('PUT', `${base}/goal/${body.goal.id}`, {
    goal: { ...goal, id: body.goal.id, name: 'Big order' },
  });
  await call('PUT', base, { counter: { filter_robots: 1 } });
  const made = (await listed()).filter(({ id }) => id === null);
  expect(made).toEqual(
    expect.arrayContaining([
      {
        id: null,
        kind: 'goal',
        verb: 'made',
        day: '2026-03-11',
        text: 'Big order',
        author: server.owner.email,
      },
      expect.objectContaining({
        kind: 'counter',
        day: '2026-03-11',
        text: expect.stringContaining('filter_robots'),
      }),
    ]),
  );
  await call('DELETE', `${base}/goal/${body.goal.id}`);
  expect((await listed()).find(({ kind }) => kind === 'goal')).toMatchObject({
    verb: 'deleted',
    text: 'Big order',
  });
  expect(await listed('2026-03-01', '2026-03-10')).toEqual([]);
});

it.each([
  [{ day: '2026-02-30', text: 'x' }, 'annotation.day'],
  [{ day: '2026-03-01', text: '  ' }, 'annotation.text'],
  [{ day: '2026-03-01', text: 'x'.repeat(501) }, 'annotation.text'],
])('what is wrong is said where it is: %o', async (annotation, location) => {
  const { status, body } = await call('POST', of(), { annotation });
  expect([status, body.errors[0]?.location]).toEqual([400, location]);
});

it('days that end before they begin are refused', async () => {
  const { status, body } = await call('GET', of('?date1=2026-03-02&date2=2026-03-01'));
  expect([status, body.errors[0]?.location]).toEqual([400, 'date2']);
});
