/** Reports over HTTP, from hits at the door to the answer, in the whole server. */
import type { ApiError } from '@goalpost/contract/management';
import type { BytimeResponse, DataResponse } from '@goalpost/contract/reports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';

let server: TestServer;
let counterId: number;
let goalId: number;

type Query = Record<string, string> | readonly (readonly [string, string])[];

async function call<T>(
  path: string,
  query: Query = {},
  init: RequestInit = {},
): Promise<{ status: number; body: T }> {
  const text = new URLSearchParams(query as Record<string, string>).toString();
  const response = await fetch(`${server.url}${path}?${text}`, {
    ...init,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
  });
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: (isJson ? await response.json() : await response.text()) as T };
}

const ask = async (query: Record<string, string>): Promise<DataResponse> => {
  const { status, body } = await call<DataResponse>('/stat/v1/data', {
    ids: String(counterId),
    date1: 'yesterday',
    ...query,
  });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};

async function hit(visitor: string, url: string, referrer: string, browserInfo: string): Promise<void> {
  const query = new URLSearchParams({
    'page-url': url,
    'page-ref': referrer,
    'browser-info': `${browserInfo}:u:${visitor}`,
  });
  const response = await fetch(`${server.url}/watch/${counterId}?${query.toString()}`, {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
    },
  });
  expect(response.headers.get('x-goalpost')).toBe('stored');
}

beforeAll(async () => {
  server = await startServer();
  const site = {
    name: 'Shop',
    site2: { site: 'shop.example' },
    currency: 'EUR',
    time_zone_name: 'Europe/Berlin',
  };
  const made = await call<{ counter: { id: number } }>(
    '/management/v1/counters',
    {},
    {
      method: 'POST',
      body: JSON.stringify({ counter: site }),
    },
  );
  counterId = made.body.counter.id;
  const goal = await call<{ goal: { id: number } }>(
    `/management/v1/counter/${counterId}/goals`,
    {},
    {
      method: 'POST',
      body: JSON.stringify({
        goal: {
          name: 'Lead',
          type: 'action',
          default_price: 2.5,
          conditions: [{ type: 'exact', url: 'lead' }],
        },
      }),
    },
  );
  goalId = goal.body.goal.id;
  await hit('1700000000000000001', 'https://shop.example/a/b', 'https://www.google.com/', 'pv:1:rn:1');
  await hit('1700000000000000001', 'goal://shop.example/lead', 'https://shop.example/a/b', 'ar:1:rn:2');
  await hit('1700000000000000002', 'https://shop.example/?utm_source=news&utm_medium=cpc', '', 'pv:1:rn:3');
  await hit('1700000000000000002', 'https://shop.example/c', 'https://shop.example/', 'pv:1:rn:4');
  await server.flushed();
});
afterAll(() => server.close());

describe('a table', () => {
  it('has the goal in Conversions, from the first hit', async () => {
    const answer = await ask({ preset: 'conversion' });
    expect(answer.data).toEqual([
      { dimensions: [{ id: String(goalId), name: 'Lead' }], metrics: [1, 1, 1, 1, 50] },
    ]);
    expect(answer.totals).toEqual([1, 1, 1, 1, 50]);
  });

  it('has sources with the names that people know', async () => {
    const { data } = await ask({
      dimensions: 'ym:s:<attribution>TrafficSource,ym:s:<attribution>SourceEngine',
      metrics: `ym:s:visits,ym:s:goal${goalId}convertedEURRevenue`,
      sort: 'ym:s:lastsignTrafficSource',
    });
    expect(
      data.map(({ dimensions, metrics }) => [...dimensions.map(({ name }) => name), ...metrics]),
    ).toEqual([
      ['Ad traffic', expect.anything(), 1, 0],
      ['Search engine traffic', 'Google', 1, 2.5],
    ]);
  });

  it('takes a metric list said as several parameters, and a zone whose plus became a space', async () => {
    const query = [
      ['id', String(counterId)],
      ['metrics', 'ym:s:visits'],
      ['metrics', 'ym:s:pageviews'],
      ['timezone', ' 03:00'],
    ] as const;
    const { status, body } = await call<DataResponse>('/stat/v1/data', query);
    expect([status, body.totals, body.query['timezone']]).toEqual([200, [2, 3], '+03:00']);
  });

  it('is CSV under .csv', async () => {
    const query = { ids: String(counterId), metrics: 'ym:s:visits', dimensions: 'ym:s:startURLPath' };
    const { body } = await call<string>('/stat/v1/data.csv', query);
    expect(body).toBe('ym:s:startURLPath,ym:s:visits\r\nTotal and average,2\r\n/,1\r\n/a/b,1\r\n');
  });
});

it('a chart has every interval', async () => {
  const query = {
    ids: String(counterId),
    metrics: 'ym:s:visits',
    group: 'day',
    date1: '2daysAgo',
    date2: 'today',
  };
  const { body } = await call<BytimeResponse>('/stat/v1/data/bytime', query);
  expect(body.time_intervals).toHaveLength(3);
  expect(body.totals[0]?.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(2);
});

describe('is refused', () => {
  it.each([
    ['without a token', { ids: '1' }, 401, 'unauthorized', { headers: {} }],
    ['for a counter that is not there', { ids: '99', metrics: 'ym:s:visits' }, 404, 'not_found', {}],
  ])('%s', async (_what, query, status, type, init) => {
    const url = `${server.url}/stat/v1/data?${new URLSearchParams(query).toString()}`;
    const response = await fetch(url, { headers: { authorization: `OAuth ${server.token}` }, ...init });
    const body = (await response.json()) as ApiError;
    expect([response.status, body.code, body.errors[0]?.error_type]).toEqual([status, status, type]);
  });

  it('with a wrong filter, told where', async () => {
    const query = {
      ids: String(counterId),
      metrics: 'ym:s:visits',
      filters: "ym:s:browser=='x' AND nonsense",
    };
    const { status, body } = await call<ApiError>('/stat/v1/data', query);
    expect([status, body.message, body.errors[0]?.location]).toEqual([
      400,
      'filters, character 23: expected a dimension or a metric such as ym:s:browser, found "nonsense"',
      'filters',
    ]);
  });
});

describe("another currency of the counter's", () => {
  const change = (currency: string) =>
    call(
      `/management/v1/counter/${counterId}`,
      {},
      { method: 'PUT', body: JSON.stringify({ counter: { currency } }) },
    );
  const revenue = async (query: Record<string, string> = {}) => {
    const { totals, other_revenue } = await ask({ metrics: `ym:s:goal${goalId}revenue`, ...query });
    return [...totals, other_revenue?.[0]];
  };

  it('[M32, M33] leaves what was collected in its own, and prices goals in the new one from then on', async () => {
    const eur = { currency: 'EUR', revenue: 2.5 };
    expect(await revenue()).toEqual([2.5, []]);
    await change('RUB');
    expect(await revenue()).toEqual([0, [eur]]);
    expect(await revenue({ currency: 'EUR' })).toEqual([2.5, []]);
    await hit('1700000000000000003', 'goal://shop.example/lead', 'https://shop.example/a', 'ar:1:rn:5');
    await server.flushed();
    expect(await revenue()).toEqual([2.5, [eur]]);
    await change('EUR');
    expect(await revenue()).toEqual([2.5, [{ currency: 'RUB', revenue: 2.5 }]]);
  });
});
