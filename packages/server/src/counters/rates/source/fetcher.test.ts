/** Fetching rates from an address that answers, fails and comes back: once a day, and what came last stays [M93]. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecrets } from '../../../kit/secrets/secrets.ts';
import { reach } from '../../../notify/index.ts';
import { createRateSourceStore, type Records } from '../../../stores/records/index.ts';
import { openTestRecords } from '../../../stores/records/test-records.ts';
import { testCounter } from '../../test-counter.ts';
import { createRateFetcher, type RateFetcher } from './fetcher.ts';
import type { RateSourceRecord, RateSourceStore } from './port.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { signal } = new AbortController();
const quiet = { warn() {}, error() {} };

let records: Records;
let sources: RateSourceStore;
let server: Server;
let url: string;
let now: number;
let asked: number;
let answer: { status: number; text: string };
let status: 'Active' | 'Deleted';
let fetcher: RateFetcher;

const table = (usd: number) => JSON.stringify({ base: 'RUB', rates: { USD: usd, EUR: 0.01 } });
const fetcherOf = (node: string, allowPrivate = true) =>
  createRateFetcher({
    sources,
    counters: { get: async (id) => testCounter({ id, status }) },
    ask: (address, mostBytes, ending) =>
      reach(
        { method: 'GET', url: address, headers: {}, body: '', mostBytes },
        { allowPrivate, resolve: async () => [], timeoutMs: 120_000, signal: ending },
      ),
    clock: { now: () => now },
    log: quiet,
    node,
  });

beforeEach(async () => {
  [now, asked, status, answer] = [NOW, 0, 'Active', { status: 200, text: table(0.0125) }];
  records = await openTestRecords();
  sources = createRateSourceStore(records.db, createSecrets(['a key that is long enough to be taken']));
  server = createServer((_request, response) => {
    asked++;
    response.writeHead(answer.status).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest`;
  fetcher = fetcherOf('one');
  await sources.put(1, () => ({
    url,
    into: 'RUB',
    currencies: ['USD', 'EUR'],
    rates: [],
    nextAt: NOW,
    failures: 0,
    fetchedAt: null,
    fault: null,
  }));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await records.close();
});

const after = async (ms: number): Promise<RateSourceRecord> => {
  now += ms;
  await fetcher.work(signal);
  const source = await sources.get(1);
  if (source === null) throw new Error('no source');
  return source;
};
const lines = ({ rates }: RateSourceRecord) =>
  rates.map(({ currency, day, rate }) => `${currency} ${day} ${rate}`);
const FIRST = ['EUR 2026-11-27 100', 'USD 2026-11-27 80'];

it('[M93] fetches once a day, and keeps every day', async () => {
  expect(lines(await after(0))).toEqual(FIRST);
  await after(DAY - 1);
  expect(asked).toBe(1);
  answer.text = table(0.01);
  const next = await after(1);
  expect([asked, lines(next)]).toEqual([2, [...FIRST, 'EUR 2026-11-28 100', 'USD 2026-11-28 100']]);
  expect(next).toMatchObject({ fetchedAt: now, nextAt: now + DAY, failures: 0, fault: null });
});

it.each([
  ['another status', { status: 503, text: 'later' }, { code: 'status', detail: '503 Service Unavailable' }],
  ['a redirect', { status: 302, text: table(1) }, { code: 'status', detail: '302 Found' }],
  ['what is no table', { status: 200, text: '<html>' }, { code: 'unreadable', detail: '' }],
  ['too much', { status: 200, text: `${' '.repeat(1_000_001)}{}` }, { code: 'too_large', detail: '' }],
  ['a rate of 0', { status: 200, text: table(0) }, { code: 'rate', detail: 'USD: 0' }],
  ['a jump', { status: 200, text: table(1.25) }, { code: 'jump', detail: 'USD 2026-11-28 0.8' }],
])(
  '[M93] keeps what there was where the address answers %s, and tries again',
  async (_what, wrong, fault) => {
    await after(0);
    answer = wrong;
    const failed = await after(DAY);
    expect(lines(failed)).toEqual(FIRST);
    expect(failed).toMatchObject({ fault, failures: 1, nextAt: now + 60_000, fetchedAt: NOW });
    const again = await after(60_000);
    expect(again).toMatchObject({ fault, failures: 2, nextAt: now + 600_000 });
    answer = { status: 200, text: table(0.0125) };
    expect(await after(600_000)).toMatchObject({
      fault: null,
      failures: 0,
      nextAt: now + DAY,
      fetchedAt: now,
    });
  },
);

it('[M93] tries for ever, at most every six hours', async () => {
  answer.status = 500;
  const pauses: number[] = [];
  for (let time = 0; time < 8; time++) {
    const { nextAt } = await after(time === 0 ? 0 : (pauses.at(-1) ?? 0));
    pauses.push(nextAt - now);
  }
  expect(pauses.map((ms) => ms / 60_000)).toEqual([1, 10, 60, 180, 360, 360, 360, 360]);
});

it('[M93] says why nothing answers', async () => {
  await new Promise((resolve) => server.close(resolve));
  expect((await after(0)).fault).toEqual({ code: 'refused', detail: '' });
  server = createServer().listen(0);
  fetcher = fetcherOf('one', false);
  expect((await after(60_000)).fault).toEqual({ code: 'private', detail: '' });
  await sources.put(1, (before) => ({ ...(before as RateSourceRecord), url: 'https://nowhere.example/' }));
  fetcher = fetcherOf('one');
  expect((await fetcher.now(1, signal))?.fault).toEqual({ code: 'no_host', detail: '' });
});

it('[M93] asks nothing for a counter that was deleted', async () => {
  status = 'Deleted';
  expect(await after(0)).toMatchObject({ rates: [], nextAt: NOW + DAY });
  expect(asked).toBe(0);
});

it('[M93] of two nodes one asks', async () => {
  await Promise.all([fetcher.work(signal), fetcherOf('two').work(signal)]);
  expect(asked).toBe(1);
});

it('[M93] leaves what was cut off by the end of the server for the next start', async () => {
  const ending = new AbortController();
  answer = { status: 200, text: table(0.01) };
  server.once('request', () => ending.abort());
  await fetcher.work(ending.signal);
  expect(await sources.get(1)).toMatchObject({ rates: [], failures: 0, fault: null, nextAt: NOW });
  expect(lines(await after(0)).length).toBe(2);
});
