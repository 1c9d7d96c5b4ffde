/** Costs go up as clients of the field's API send them, count once, and go away again. */
import type { ApiError, CostUploading } from '@goalpost/contract/management';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, reach, sendHit } from '../../../e2e/path/wire.ts';
import { startServer, type TestServer } from './start-server.ts';

const TODAY = new Date().toISOString().slice(0, 10);

let server: TestServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
beforeEach(async () => {
  counter = await api.createCounter();
});
afterAll(() => server.close());

const base = () => `/management/v1/counter/${counter}/expense`;
const csv = (...lines: string[]): string =>
  ['Date,UTMSource,UTMCampaign,Expenses,Clicks', ...lines].join('\n');

async function upload(file: string, type = 'text/csv', query = '') {
  const headers = {
    authorization: `OAuth ${server.token}`,
    ...(type === '' ? {} : { 'content-type': type }),
  };
  const form = new FormData();
  form.append('file', new Blob([file]), 'costs.csv');
  const body = type === '' ? form : type === 'application/json' ? JSON.stringify({ file }) : file;
  const answer = await fetch(`${server.url}${base()}/upload${query}`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as { uploading: CostUploading } & ApiError };
}
const list = async () =>
  (await api.call<{ uploadings: CostUploading[]; total: number }>('GET', `${base()}/uploadings`)).body;
const remove = (id: number) => api.call('DELETE', `${base()}/uploading/${id}`);
const spent = async () =>
  (
    await api.stat(counter, {
      metrics: 'ym:ev:expenses<currency>,ym:ev:expenseClicks',
      date1: TODAY,
      date2: TODAY,
    })
  ).totals;

it('[G122] [G124] the same file counts once, however it is sent and however often', async () => {
  const file = csv(`${TODAY},google,spring,12.5,3`, `${TODAY},vk,,0.1,1`);
  const first = await upload(file, '', '?comment=by%20hand&provider=rym');
  expect(first).toMatchObject({
    status: 200,
    body: {
      uploading: {
        status: 'PROCESSED',
        provider: 'rym',
        comment: 'by hand',
        source_quantity: 2,
        line_quantity: 2,
        first_day: TODAY,
        last_day: TODAY,
        clicks: 4,
        expenses: [{ amount: 12.6 }],
      },
    },
  });
  for (const type of ['text/csv', 'application/json', ''])
    expect((await upload(file, type)).body.uploading.id).toBe(first.body.uploading.id);
  expect([await spent(), (await list()).total]).toEqual([[12.6, 4], 1]);
});

it('[G124] of a day and its marks the newest file counts; without it, the one before it again', async () => {
  await upload(csv(`${TODAY},google,spring,10,1`, `${TODAY},google,summer,5,1`));
  const second = await upload(csv(`${TODAY},google,spring,7,2`));
  expect(await spent()).toEqual([12, 3]);
  // The first file again is the newest then.
  const third = await upload(csv(`${TODAY},google,spring,10,1`, `${TODAY},google,summer,5,1`));
  expect([await spent(), (await list()).total]).toEqual([[15, 2], 3]);
  expect((await remove(third.body.uploading.id)).body).toEqual({ success: true });
  expect(await spent()).toEqual([12, 3]);
  await remove(second.body.uploading.id);
  expect(await spent()).toEqual([15, 2]);
  expect((await remove(second.body.uploading.id)).status).toBe(404);
});

it('[G123] a file with a fault is refused as a whole, each line by its number', async () => {
  const { status, body } = await upload(
    csv(`${TODAY},google,spring,10,1`, 'yesterday,google,,1,1', `${TODAY},,,1,x`),
  );
  expect([status, body.errors.map(({ location }) => location)]).toEqual([
    400,
    ['file.3.Date', 'file.4.UTMSource'],
  ]);
  expect([await spent(), (await list()).total]).toEqual([[0, 0], 0]);
  expect((await upload('Date', 'application/xml')).status).toBe(400);
  const large = await upload('x'.repeat(13 * 1024 * 1024));
  expect([large.status, large.body.message]).toEqual([413, 'The body is larger than 12 MB.']);
});

it('[G125] another counter has none of it, and a token that may only read uploads nothing', async () => {
  const mine = await upload(csv(`${TODAY},google,spring,10,1`));
  const other = await api.createCounter();
  const at = `/management/v1/counter/${other}/expense/uploading/${mine.body.uploading.id}`;
  expect((await api.call('GET', at)).status).toBe(404);
  expect((await api.call('DELETE', at)).status).toBe(404);
  const token = { name: 'reader', scope: 'read', counters: null };
  const made = await api.call<{ token: { value: string } }>('POST', '/api/v1/tokens', { token });
  const reader = createApi(server.url, made.body.token.value);
  expect((await reader.call('POST', `${base()}/upload`, { file: '' })).status).toBe(403);
  expect(await spent()).toEqual([10, 1]);
});

it('[M96] [M97] stand beside the visits and the revenue that their marks brought', async () => {
  const goal = {
    name: 'Order',
    type: 'action',
    conditions: [{ type: 'exact', url: 'order' }],
    is_favorite: 1,
  };
  await api.call('POST', `/management/v1/counter/${counter}/goals`, { goal });
  const { currency } = (
    await api.call<{ counter: { currency: string } }>('GET', `/management/v1/counter/${counter}`)
  ).body.counter;
  const pageUrl = 'https://shop.example/?utm_source=google&utm_campaign=spring';
  const visitor = newVisitorId();
  await sendHit(server.url, { counter, visitor, pageUrl });
  await reach(server.url, { counter, visitor, params: { order_price: 30, currency } }, 'order');
  await server.flushed();
  await upload(csv(`${TODAY},google,spring,10,4`, `${TODAY},vk,,2,1`));
  const answer = await api.stat(counter, {
    metrics:
      'ym:ev:expenses<currency>,gp:ev:costPerClick,ym:ev:visits,ym:ev:favoriteGoalsReaches,gp:ev:favoriteGoalsCostPerReach,gp:ev:favoriteGoalsMargin,gp:ev:favoriteGoalsROI',
    dimensions: 'ym:ev:<attribution>UTMSource,ym:ev:<attribution>UTMCampaign',
    date1: TODAY,
    date2: TODAY,
  });
  expect(answer.data.map(({ dimensions, metrics }) => [dimensions.map(({ name }) => name), metrics])).toEqual(
    [
      [
        ['google', 'spring'],
        [10, 2.5, 1, 1, 10, 20, 200],
      ],
      [
        ['vk', null],
        [2, 2, 0, 0, null, -2, -100],
      ],
    ],
  );
});

it('[G122] a counter that was deleted takes none', async () => {
  await api.call('DELETE', `/management/v1/counter/${counter}`);
  expect((await upload(csv(`${TODAY},google,,5,1`))).status).toBe(404);
});

it('[M98] where no cost is known, what a visit or a purchase cost is not known either', async () => {
  await sendHit(server.url, {
    counter,
    visitor: newVisitorId(),
    pageUrl: 'https://shop.example/?utm_source=vk',
  });
  await server.flushed();
  const metrics = 'ym:ev:visits,gp:ev:costPerVisit,gp:ev:ecommerceCostPerPurchase';
  expect((await api.stat(counter, { metrics })).totals).toEqual([1, null, null]);
});
