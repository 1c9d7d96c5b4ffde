/** Conversions, calls and chats go up as clients of the field's API send them, and stand in every report. */
import { UPLOAD_EXAMPLES, type ApiError, type ConversionUploading } from '@goalpost/contract/management';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, reach, sendHit } from '../../../e2e/path/wire.ts';
import { UPLOAD_KINDS } from '../src/transfer/uploads/kinds.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
let counter: number;
let visitor: string;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
});
beforeEach(async () => {
  counter = await api.createCounter();
  visitor = newVisitorId();
  await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/?utm_source=vk&yclid=77' });
  await server.flushed();
});
afterAll(() => server.close());

const base = () => `/management/v1/counter/${counter}/offline_conversions`;
/** A second after the visit began. */
const now = (): number => Math.floor(Date.now() / 1_000);

interface Answer {
  readonly status: number;
  readonly body: { readonly uploading: ConversionUploading } & ApiError;
}

async function upload(path: string, lines: readonly string[]): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([lines.join('\n')]), 'conversions.csv');
  const answer = await fetch(`${server.url}${base()}/${path}`, {
    method: 'POST',
    headers: { authorization: `OAuth ${server.token}` },
    body: form,
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

async function action(url: string, more: object = {}): Promise<number> {
  const goal = { name: url, type: 'action', conditions: [{ type: 'exact', url }], ...more };
  const path = `/management/v1/counter/${counter}/goals`;
  return (await api.call<{ goal: { id: number } }>('POST', path, { goal })).body.goal.id;
}
const goals = async () =>
  (
    await api.call<{ goals: { id: number; name: string; type: string }[] }>(
      'GET',
      `/management/v1/counter/${counter}/goals`,
    )
  ).body.goals;
const totals = async (...metrics: readonly string[]) =>
  (await api.stat(counter, { metrics: metrics.join(','), accuracy: 'full' })).totals;
const ofGoal = (goal: number) =>
  totals(`ym:s:goal${goal}reaches`, `ym:s:goal${goal}users`, `ym:s:goal${goal}revenue`);

it('[G130] [G131] [G133] a conversion reaches the goals that its target fits, beside those of hits', async () => {
  const paid = await action('paid', { default_price: 5 });
  const { currency } = (
    await api.call<{ counter: { currency: string } }>('GET', `/management/v1/counter/${counter}`)
  ).body.counter;
  await reach(server.url, { counter, visitor, params: { order_price: 30, currency } }, 'paid');
  await server.flushed();
  const { status, body } = await upload('upload?client_id_type=CLIENT_ID&comment=crm', [
    'ClientId,Target,DateTime,Price,Currency',
    `${visitor},paid,${now()},"1 500,50",${currency}`,
    `${newVisitorId()},paid,${now()},,`,
    `${visitor},nothing,${now()},,`,
  ]);
  expect(status).toBe(200);
  expect(body.uploading).toMatchObject({
    type: 'BASIC',
    client_id_type: 'CLIENT_ID',
    comment: 'crm',
    status: 'PROCESSED',
    source_quantity: 3,
    line_quantity: 3,
    linked_quantity: 2,
    visitor_quantity: 1,
    unknown_quantity: 0,
    goalless_quantity: 1,
    goals: [{ goal_id: paid, reaches: 2 }],
    unmet_targets: [{ target: 'nothing', lines: 1 }],
  });
  expect(await ofGoal(paid)).toEqual([2, 1, 1_530.5]);
  // Conversions and sources show them, too.
  const rows = await api.stat(counter, {
    metrics: 'ym:s:sumGoalReachesAny',
    dimensions: 'ym:s:goal',
    filters: "ym:s:UTMSource=='vk'",
  });
  expect(rows.data.map((row) => row.metrics)).toEqual([[2]]);
});

it('[G134] the same file is the same upload, a later one replaces what it told, and one can be taken back', async () => {
  const paid = await action('paid');
  const at = now();
  const file = (price: number) => ['ClientId;Target;DateTime;Price', `${visitor};paid;${at};${price}`];
  const first = await upload('upload', file(10));
  expect((await upload('upload', file(10))).body.uploading.id).toBe(first.body.uploading.id);
  expect((await ofGoal(paid))[0]).toBe(1);
  const second = await upload('upload', file(25));
  expect(await ofGoal(paid)).toEqual([1, 1, 25]);
  const list = await api.call<{ uploadings: ConversionUploading[]; total: number }>(
    'GET',
    `${base()}/uploadings?limit=1`,
  );
  expect([list.body.total, list.body.uploadings.map(({ id }) => id)]).toEqual([
    2,
    [second.body.uploading.id],
  ]);
  for (const path of ['uploading', 'uploadings'])
    expect((await api.call('GET', `${base()}/${path}/${first.body.uploading.id}`)).status).toBe(200);
  const one = `${base()}/uploading/${second.body.uploading.id}`;
  expect((await api.call('DELETE', one)).status).toBe(200);
  expect(await ofGoal(paid)).toEqual([0, 0, 0]);
  expect((await api.call('DELETE', one)).status).toBe(404);
});

it('[G130] people are known by click, order and user id as well, the first id with a visit is taken', async () => {
  const paid = await action('paid');
  const ecommerce = [{ purchase: { actionField: { id: 'A-1' }, products: [] } }];
  const params = { __ym: { user_id: 'ann', ecommerce } };
  await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/done', params });
  await server.flushed();
  const at = now();
  const { body } = await upload('upload?client_id_type=USER_ID', [
    'UserId,Yclid,PurchaseId,Target,DateTime',
    `ann,,,paid,${at}`,
    `,77,,paid,${at}`,
    `bob,77,,paid,${at}`,
    `,,A-1,paid,${at}`,
    `bob,,,paid,${at}`,
  ]);
  expect(body.uploading).toMatchObject({ line_quantity: 5, linked_quantity: 4, unknown_quantity: 1 });
  // All of one visitor, target and second: it happened once.
  expect((await ofGoal(paid))[0]).toBe(1);
});

it('[G132] the first calls make their goal, whose name may be said; missed ones reach no goal with conditions', async () => {
  const lines = [
    'ClientId,DateTime,TalkDuration,CallMissed,Tag,PhoneNumber,StaticCall',
    `${visitor},${now()},60,0,spring,+70001112233,0`,
    `${visitor},${now()},0,1,spring,+70001112234,`,
    `,${now()},0,1,,,1`,
  ];
  const both = await Promise.all([
    upload('upload_calls?new_goal_name=Звонок', lines),
    upload('upload_calls?new_goal_name=Звонок', lines),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const made = (await goals()).filter(({ type }) => type === 'call');
  expect(made.map(({ name }) => name)).toEqual(['Звонок']);
  expect((await ofGoal(made[0]?.id ?? 0)).slice(0, 2)).toEqual([2, 1]);
  expect(await totals('ym:s:offlineCalls', 'ym:s:offlineCallsMissed')).toEqual([2, 1]);
  const calls = await api.call<{ total: number }>('GET', `${base()}/calls_uploadings`);
  expect(calls.body.total).toBe(1);
});

it('[G132] orders reach the goal of their status, each made when it is told of first', async () => {
  const { body } = await upload('upload?type=ORDERS', [
    'ClientId,DateTime,OrderId,OrderStatus,Price',
    `${visitor},${now()},A-1,in_progress,10`,
    `${visitor},${now()},A-1,PAID,10`,
    `${visitor},${now()},A-2,PAID,5.5`,
  ]);
  expect(body.uploading).toMatchObject({ line_quantity: 3, linked_quantity: 3 });
  const made = await goals();
  expect(made.map(({ type }) => type)).toEqual(['cdp_order_in_progress', 'cdp_order_paid']);
  expect(await Promise.all(made.map(({ id }) => ofGoal(id)))).toEqual([
    [1, 1, 10],
    [2, 1, 15.5],
  ]);
  const wrong = await upload('upload?type=ORDERS', [
    'ClientId,DateTime,OrderId,OrderStatus',
    `${visitor},${now()},A-3,lost`,
    `${visitor},${now()},,PAID`,
  ]);
  expect(wrong.body.errors.map(({ location }) => location)).toEqual(['file.2.OrderStatus', 'file.3.OrderId']);
});

it('[G130] masks the texts that are kept of a file', async () => {
  const { body } = await upload('upload_calls?comment=of%20ann@mail.example', [
    'ClientId,DateTime,Tag',
    `${visitor},${now()},call ann@mail.example`,
  ]);
  expect(body.uploading.comment).not.toContain('ann@');
  const unmet = await upload('upload', ['ClientId,DateTime,Target', `${visitor},${now()},ann@mail.example`]);
  expect(JSON.stringify(unmet.body.uploading.unmet_targets)).not.toContain('ann@');
  const rows = await api.stat(counter, { metrics: 'ym:s:offlineCalls', dimensions: 'ym:s:offlineCallTag' });
  expect([rows.totals, JSON.stringify(rows.data).includes('ann@')]).toEqual([[1], false]);
});

it('[G132] chats make theirs', async () => {
  const { body } = await upload('upload?type=CHATS', [
    'ClientID,DateTime,Platform,Answered',
    `${visitor},${now()},Telegram,1`,
    `,${now()},WhatsApp,0`,
  ]);
  expect(body.uploading).toMatchObject({ type: 'CHATS', linked_quantity: 1, unknown_quantity: 1 });
  expect((await goals()).map(({ type }) => type)).toEqual(['chat']);
});

it('[G130] a file with a fault is refused as a whole, each line by its number; nothing is made', async () => {
  const { status, body } = await upload('upload_calls', [
    'ClientId,DateTime,TalkDuration,Price',
    `${visitor},${now() + 3_600},1,`,
    `${visitor},yesterday,1,`,
    `ann,${now()},1,`,
    `,${now()},1,`,
    `${visitor},${now()},-1,`,
    `${visitor},${now()},1,"1,999"`,
  ]);
  expect([status, body.errors.map(({ location }) => location)]).toEqual([
    400,
    [
      'file.2.DateTime',
      'file.3.DateTime',
      'file.4.ClientId',
      'file.5.ClientId',
      'file.6.TalkDuration',
      'file.7.Price',
    ],
  ]);
  expect(await goals()).toEqual([]);
  expect(
    (await upload('upload', ['ClientId,DateTime', `${visitor},${now()}`])).body.errors[0]?.message,
  ).toMatch('the column Target is missing');
  expect((await upload('upload?type=CALLS', ['a'])).status).toBe(400);
});

it('[G134] another counter has none of it; who may only view uploads nothing; a deleted counter takes none', async () => {
  const mine = await upload('upload', ['ClientId,Target,DateTime', `${visitor},paid,${now()}`]);
  const other = await api.createCounter();
  const at = `/management/v1/counter/${other}/offline_conversions/uploading/${mine.body.uploading.id}`;
  expect((await api.call('GET', at)).status).toBe(404);
  expect((await api.call('DELETE', at)).status).toBe(404);
  const token = { name: 'reader', scope: 'read', counters: null };
  const made = await api.call<{ token: { value: string } }>('POST', '/api/v1/tokens', { token });
  const reader = createApi(server.url, made.body.token.value);
  expect((await reader.call('POST', `${base()}/upload`, { file: '' })).status).toBe(403);
  await api.call('DELETE', `/management/v1/counter/${counter}`);
  expect((await upload('upload', ['ClientId,Target,DateTime', `${visitor},paid,${now()}`])).status).toBe(404);
});

it.each(UPLOAD_KINDS.map((kind) => [kind.id, kind] as const))(
  '[G130] takes the example of %s',
  async (_id, kind) => {
    const { status, body } = await upload(
      `${kind.path}?type=${kind.id}`,
      UPLOAD_EXAMPLES[kind.id].split('\n'),
    );
    expect([status, body.uploading.line_quantity]).toEqual([200, 1]);
  },
);
