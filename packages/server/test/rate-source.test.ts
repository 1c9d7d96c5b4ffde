/** Rates fetched from an address, from the setting to the report. Over HTTP, with a service that is on this machine. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reach } from '../../../e2e/path/wire.ts';
import { startServer, type TestServer } from './start-server.ts';

const COUNTER = 4711;
const SOURCE = `/api/v1/counters/${COUNTER}/rates/source`;
const TODAY = new Date().toISOString().slice(0, 10);

let server: TestServer;
let service: Server;
let url: string;
let rates: Readonly<Record<string, number>>;

beforeAll(async () => {
  service = createServer((_request, response) =>
    response.end(JSON.stringify({ base: 'RUB', date: TODAY, rates })),
  );
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/latest?app_id=secret`;
  server = await startServer({ environment: { GOALPOST_WEBHOOKS_PRIVATE: '1' } });
  await ask('POST', '/management/v1/counters', {
    counter: { id: COUNTER, name: 'Shop', site2: { site: 'shop.example' }, currency: 'RUB' },
  });
  const goal = { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'order' }] };
  await ask('POST', `/management/v1/counter/${COUNTER}/goals`, { goal });
  const price = (visitor: string, currency: string) =>
    reach(server.url, { counter: COUNTER, visitor, params: { order_price: 10, currency } }, 'order');
  await price('1795378102000000001', 'EUR');
  await price('1795378102000000002', 'USD');
  await server.flushed();
});
afterAll(async () => {
  await server.close();
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes
async function ask(method: string, path: string, body?: object): Promise<{ status: number; body: any }> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function revenue() {
  const { goals } = (await ask('GET', `/management/v1/counter/${COUNTER}/goals`)).body;
  const params = `ids=${COUNTER}&metrics=ym:s:goal${goals[0].id}convertedRUBRevenue&date1=2daysAgo&date2=today`;
  const { body } = await ask('GET', `/stat/v1/data?${params}`);
  return [body.totals[0], body.other_revenue?.[0] ?? [], body.rates?.rates.length ?? 0];
}
const put = (changes: object = {}) =>
  ask('PUT', SOURCE, { source: { url, into: 'RUB', currencies: ['EUR', 'USD'], ...changes } });
const LEFT = [
  { currency: 'EUR', revenue: 10 },
  { currency: 'USD', revenue: 10 },
];

it('[M91] converts by what was fetched, which the owner’s own rates go before, until it is stopped', async () => {
  expect((await ask('GET', SOURCE)).body).toEqual({ source: null });
  expect((await ask('POST', SOURCE)).status).toBe(404);
  expect(await revenue()).toEqual([0, LEFT, 0]);
  rates = { EUR: 0.01, USD: 0.0125 };
  const { status, body } = await put();
  expect([status, body.source]).toEqual([
    200,
    {
      url,
      into: 'RUB',
      currencies: ['EUR', 'USD'],
      fetched_at: expect.any(Number),
      next_at: expect.any(Number),
      fault: null,
      latest: [
        { currency: 'EUR', day: TODAY, rate: 100 },
        { currency: 'USD', day: TODAY, rate: 80 },
      ],
    },
  ]);
  expect(await revenue()).toEqual([1_800, [], 2]);

  const own = { into: 'RUB', rates: [{ currency: 'USD', day: '2020-01-01', rate: 50 }] };
  expect((await ask('PUT', `/api/v1/counters/${COUNTER}/rates`, { table: own })).status).toBe(200);
  expect(await revenue()).toEqual([1_500, [], 2]);
  expect((await ask('GET', `/api/v1/counters/${COUNTER}/rates`)).body.table).toEqual(own);

  rates = { EUR: -1 };
  const failed = await ask('POST', SOURCE);
  expect(failed.body.source.fault).toEqual({ code: 'rate', detail: 'EUR: -1' });
  expect(await revenue()).toEqual([1_500, [], 2]);

  expect((await ask('DELETE', SOURCE)).body).toEqual({ source: null });
  expect((await ask('DELETE', SOURCE)).status).toBe(404);
  expect(await revenue()).toEqual([500, [LEFT[0]], 1]);
  const { entries } = (await ask('GET', `/api/v1/audit?counter_id=${COUNTER}`)).body;
  const said = entries.map((entry: { verb: string; details: string }) => `${entry.verb} ${entry.details}`);
  expect(said).toContain('changed url, into, currencies');
  expect(JSON.stringify(entries)).not.toContain('secret');
});

it.each([
  [{ url: 'ftp://rates.example/' }, 'source.url'],
  [{ url: 'https://me:secret@rates.example/' }, 'source.url'],
  [{ into: 'rub' }, 'source.into'],
  [{ into: 'QQQ' }, 'source.into'],
  [{ into: 'EUR', currencies: ['USD'] }, 'source.into'],
  [{ currencies: [] }, 'source.currencies'],
  [{ currencies: ['EUR', 'RUB'] }, 'source.currencies.1'],
  [{ currencies: ['EUR', 'EUR'] }, 'source.currencies.1'],
  [{ currencies: ['QQQ'] }, 'source.currencies.0'],
  [{ currencies: 'USD,EUR,CNY,GBP,JPY,KZT,TRY,BYN,AMD,GEL,UZS'.split(',') }, 'source.currencies'],
])('[M91] %j is refused at %s', async (changes, place) => {
  const { status, body } = await put(changes);
  expect([status, body.errors?.map((error: { location?: string }) => error.location)]).toEqual([
    400,
    [place],
  ]);
});

it('[M91] own rates in another currency than those that are fetched are refused', async () => {
  await ask('PUT', `/api/v1/counters/${COUNTER}/rates`, { table: { into: '', rates: [] } });
  expect((await put()).status).toBe(200);
  const table = { into: 'EUR', rates: [{ currency: 'USD', day: '2026-01-01', rate: 0.8 }] };
  const { status, body } = await ask('PUT', `/api/v1/counters/${COUNTER}/rates`, { table });
  expect([status, body.errors[0].location]).toEqual([400, 'table.into']);
});

it('[M91] asks no address more than ten times a minute', async () => {
  const statuses = [];
  for (let time = 0; time < 12; time++) statuses.push((await ask('POST', SOURCE)).status);
  expect(statuses.at(-1)).toBe(429);
});
