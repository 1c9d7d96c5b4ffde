/** Other vendors' chats over the API of a running server. What was seen, what is switched off, what the owner names. */
import type { VendorSettings } from '@goalpost/contract/vendors/settings';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, reach } from '../../../e2e/path/wire.ts';
import { startServer, type TestServer } from './start-server.ts';

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

const path = (rest: string): string => `/api/v1/counters/${counter}/${rest}`;
const settings = async (): Promise<VendorSettings> =>
  (await api.call<VendorSettings>('GET', path('vendors'))).body;
const lineOf = async (id: string) => (await settings()).vendors.find((vendor) => vendor.id === id);
const script = async (name: string): Promise<string> =>
  (await fetch(`${server.url}/tag/${name}.js?id=${counter}`)).text();
const goalNames = async (): Promise<string[]> => (await api.goals(counter)).map(({ name }) => name);

const QUIZ = {
  vendor: 'marquiz',
  event: 'quiz',
  by: 'message',
  what: 'done',
  origin: 'https://quiz.example/',
};
const CLICK = { vendor: 'envybox', event: 'callback', by: 'click', what: '.call-me' };

it('[W63] says which chats were seen, since when, and what each can tell', async () => {
  const before = Date.now();
  expect((await settings()).vendors.every(({ first_seen_at }) => first_seen_at === null)).toBe(true);
  await script('chats/tawk');
  await script('chats/hear');
  await script('chats/no-such-vendor');
  await expect.poll(async () => (await lineOf('tawk'))?.first_seen_at).toBeGreaterThanOrEqual(before);
  const { vendors } = await settings();
  expect(vendors[0]).toMatchObject({ id: 'tawk', on: true, tells: { started: 'event', invited: 'either' } });
  expect(vendors[0]?.tells).not.toHaveProperty('operator');
  expect(vendors.filter(({ first_seen_at }) => first_seen_at !== null)).toHaveLength(1);
  expect(vendors.length).toBeGreaterThanOrEqual(30);
});

it('[W62] a vendor that is switched off makes and reaches no goal at once, and pages are told with the script', async () => {
  const start = (visitor: string) => reach(server.url, { counter, visitor }, 'Tawk_Client_initiate_chat');
  const offed = await api.call<VendorSettings>('PUT', path('vendors/tawk'), { on: false });
  expect(offed.body.vendors.find(({ id }) => id === 'tawk')?.on).toBe(false);
  expect(await script('chats')).toContain('"off":["tawk"]');
  await start(newVisitorId());
  await reach(server.url, { counter, visitor: newVisitorId() }, 'Tidio_Client_initiate_chat');
  await server.flushed();
  expect(await goalNames()).toEqual(['Tidio auto-goal: customer opened chat']);
  await api.call('PUT', path('vendors/tawk'), { on: true });
  await start(newVisitorId());
  await server.flushed();
  const goal = (await api.goals(counter)).find(({ name }) => name.startsWith('Tawk'));
  await api.call('PUT', path('vendors/tawk'), { on: false });
  await start(newVisitorId());
  await server.flushed();
  const { totals } = await api.stat(counter, { metrics: `ym:s:goal${goal?.id}reaches` });
  expect(totals).toEqual([1]);
});

it('[W60] events that the owner has named are kept, and are given to pages unless their vendor is off', async () => {
  const named = await api.call<VendorSettings>('PUT', path('vendor-events'), { events: [QUIZ, CLICK] });
  expect(named.body.events).toEqual([
    { ...QUIZ, origin: 'https://quiz.example' },
    { ...CLICK, origin: '' },
  ]);
  expect(await script('chats')).toContain('["message","done","marquiz-finish","https://quiz.example"]');
  await api.call('PUT', path('vendors/marquiz'), { on: false });
  const text = await script('chats');
  expect(text).not.toContain('marquiz-finish');
  expect(text).toContain('["click",".call-me","Envybox_Callback_requested",""]');
  await api.call('PUT', path('vendor-events'), { events: [] });
  expect(await script('chats')).not.toContain('.call-me');
});

it.each([
  [{ ...CLICK, what: '..broken' }, 'events.0.what'],
  [{ ...CLICK, what: '' }, 'events.0.what'],
  [{ ...CLICK, origin: 'quiz.example' }, 'events.0.origin'],
  [{ ...CLICK, vendor: 'nobody' }, 'events.0.vendor'],
  [{ ...CLICK, vendor: 'jivo' }, 'events.0.event'],
  [{ ...CLICK, event: 'constructor' }, 'events.0.event'],
  [{ ...CLICK, by: 'eval' }, 'events.0.by'],
  [{ ...QUIZ, origin: 'https://quiz.example/path' }, 'events.0.origin'],
  [{ ...QUIZ, origin: 'https://user:word@quiz.example' }, 'events.0.origin'],
  [{ ...QUIZ, origin: 'javascript:alert(1)' }, 'events.0.origin'],
  [{ ...QUIZ, origin: '*' }, 'events.0.origin'],
  [{ ...QUIZ, origin: 'com' }, 'events.0.origin'],
  [{ ...QUIZ, what: 5 }, 'events.0.what'],
])('[W61] refuses %j, and names the field', async (event, location) => {
  const { status, body } = await api.call<{ errors: { location: string }[] }>('PUT', path('vendor-events'), {
    events: [event],
  });
  expect([status, body.errors[0]?.location]).toEqual([400, location]);
  expect((await settings()).events).toEqual([]);
});

it('[W61] refuses the same event twice, a vendor that is none, and more events than there may be', async () => {
  const asked = (events: readonly unknown[]) => api.call('PUT', path('vendor-events'), { events });
  expect((await asked([CLICK, CLICK])).status).toBe(400);
  const many = Array.from({ length: 51 }, (_, n) => ({ ...CLICK, what: `.call-${n}` }));
  expect((await asked(many)).status).toBe(400);
  expect((await asked(many.slice(1))).status).toBe(200);
  expect((await api.call('PUT', path('vendors/nobody'), { on: false })).status).toBe(404);
  expect((await api.call('PUT', path('vendors/tawk'), { on: 'no' })).status).toBe(400);
});

it('of switches that are thrown at once, none is lost', async () => {
  const ids = ['tawk', 'tidio', 'crisp', 'drift', 'olark'];
  await Promise.all(ids.map((id) => api.call('PUT', path(`vendors/${id}`), { on: false })));
  const { vendors } = await settings();
  expect(vendors.flatMap(({ id, on }) => (on ? [] : [id])).toSorted()).toEqual(ids.toSorted());
});
