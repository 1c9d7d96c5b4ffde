/** All vendors' webhook doors, attacked by requests: refused or ignored, counted, never a fault of ours and never a goal. */
import type { CollectionHealth } from '@goalpost/contract/collection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { newVisitorId, sendHit } from '../../../e2e/path/wire.ts';
import { WEBHOOKS } from '../src/vendors/webhooks/list.ts';
import { SIGNS } from '../src/vendors/webhooks/test-signatures.ts';
import { startServer, type TestServer } from './start-server.ts';

const SECRET = 'what the vendor signs with';
const HOUR = 3_600_000;
const VENDORS = WEBHOOKS.map(({ vendor }) => vendor);

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startServer({ environment: { GOALPOST_TRUST_PROXY: '127.0.0.1' } });
  api = createApi(server.url, server.token);
});
afterAll(() => server.close());

/** Who wrote: a visitor of the counter, by its number. */
type Payload = (visitor: string) => Record<string, unknown>;
/** What each vendor posts when a visitor has written first, in the shapes of its documents. */
const WROTE: Readonly<Record<string, Payload>> = {
  chatwoot: (visitor) => ({
    event: 'message_created',
    id: 1,
    content: 'hello',
    message_type: 'incoming',
    created_at: new Date().toISOString(),
    private: false,
    conversation: { id: 7, meta: { sender: { id: 2, custom_attributes: { goalpost_visitor: visitor } } } },
    sender: { id: 2, email: 'zoe@shop.example' },
  }),
  crisp: (visitor) => ({
    website_id: 'w',
    event: 'message:send',
    data: {
      session_id: 'session_7',
      from: 'user',
      type: 'text',
      content: 'hello',
      timestamp: Date.now(),
      user: { user_id: 'session_7', nickname: 'Zoe', data: { goalpost_visitor: visitor } },
    },
    timestamp: Date.now(),
  }),
  intercom: (visitor) => ({
    type: 'notification_event',
    topic: 'conversation.user.created',
    created_at: Math.floor(Date.now() / 1_000),
    data: {
      item: {
        id: '7',
        source: { delivered_as: 'customer_initiated', author: { type: 'user', email: 'zoe@shop.example' } },
        contacts: { contacts: [{ external_id: 'zoe' }] },
        custom_attributes: { goalpost_visitor: visitor },
      },
    },
  }),
  jivo: (visitor) => ({
    event_name: 'chat_finished',
    chat_id: 7,
    widget_id: 'w',
    user_token: visitor,
    visitor: { name: 'Zoe', email: 'zoe@shop.example', number: '1' },
    chat: { messages: [{ type: 'visitor', message: 'hello', timestamp: Math.floor(Date.now() / 1_000) }] },
  }),
  'live-helper-chat': (visitor) => ({
    event: 'chat_started',
    chat: {
      id: 7,
      email: 'zoe@shop.example',
      chat_initiator: 0,
      invitation_id: 0,
      goalpost_visitor: visitor,
    },
  }),
  'rocket-chat': (visitor) => ({
    _id: 'room7',
    type: 'LivechatSessionStart',
    visitor: { token: 't', livechatData: { goalpost_visitor: visitor } },
    messages: [{ username: 'guest', msg: 'hello', ts: new Date().toISOString() }],
  }),
};

async function newCounter() {
  const counter = await api.createCounter();
  const visitor = newVisitorId();
  await sendHit(server.url, { counter, visitor, pageUrl: 'https://shop.example/' });
  await server.flushed();
  return { counter, visitor };
}
async function open(counter: number, vendor: string, isSigned: boolean): Promise<string> {
  const { body } = await api.call<{ url: string }>(
    'PUT',
    `/api/v1/counters/${counter}/vendors/${vendor}/webhook`,
    { signing_secret: isSigned ? SECRET : null },
  );
  return new URL(body.url).pathname;
}
const signed = (vendor: string, body: string, at = Date.now(), secret = SECRET): Record<string, string> =>
  SIGNS[vendor]?.(body, secret, at) ?? {};
/** Each from a network of its own: one may send but so many. */
let networks = 0;
async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
  networks++;
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}`,
      ...headers,
    },
    body,
  });
  await answer.text();
  return answer.status;
}
async function reaches(counter: number): Promise<Record<string, number>> {
  await server.flushed();
  const found: Record<string, number> = {};
  for (const { id, name } of await api.goals(counter)) {
    const { totals } = await api.stat(counter, { metrics: `ym:s:goal${id}reaches` });
    if (totals[0]) found[name] = totals[0];
  }
  return found;
}
const healthOf = async (counter: number): Promise<CollectionHealth> =>
  (await api.call<CollectionHealth>('GET', `/api/v1/counters/${counter}/health`)).body;
const refusedOf = async (counter: number): Promise<number> =>
  (await healthOf(counter)).refusals.find(({ reason }) => reason === 'webhook')?.count ?? 0;
const ignoredOf = async (counter: number): Promise<number> =>
  (await healthOf(counter)).days.reduce((sum, { notes }) => sum + (notes?.chat_value ?? 0), 0);

/** Bytes that are no webhook of any vendor's, and what is answered. */
const DEEP = 20_000;
const NO_JSON: readonly (readonly [what: string, body: string | Buffer, status: number])[] = [
  ['empty', '', 400],
  ['blank', ' \n', 400],
  ['half an object', '{"event":"mess', 400],
  ['two objects', '{}{}', 400],
  ['deep lists', '['.repeat(DEEP) + ']'.repeat(DEEP), 400],
  ['deep objects', `${'{"event":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`, 400],
  ['deep, and never closed', '[{"a":'.repeat(DEEP), 400],
  ['a form', 'event=message_created&conversation%5Bid%5D=7', 400],
  ['bytes of no text', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 400],
  ['a mark of byte order', Buffer.from('\ufeff{}', 'utf16le'), 400],
  ['NaN', '{"event":NaN}', 400],
  ['large', JSON.stringify({ event: 'x'.repeat(300_000) }), 413],
  ['huge', Buffer.alloc(2_000_000, 'x'), 413],
];
/** JSON that says nothing. */
const IGNORED: readonly string[] = [
  'null',
  '5',
  '-1e400',
  '"text"',
  'true',
  '[]',
  '{}',
  '[{"event":"message_created"}]',
  '{"__proto__":{"event":"message_created"},"constructor":5}',
  '"\\ud800"',
  `[${'0,'.repeat(50_000)}0]`,
  `{${Array.from({ length: 5_000 }, (_, n) => `"k${n}":${n}`).join()}}`,
];
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  9_007_199_254_740_992,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(5_000),
  "'; DROP TABLE goals; --",
  [],
  [[]],
  {},
  [{}],
  { length: 5 },
];

describe.each(VENDORS)('[C107] the door of %s', (vendor) => {
  const signs = WEBHOOKS.find((one) => one.vendor === vendor)?.signs;
  const isSigned = signs !== 'never';

  it('refuses and counts what is not of the vendor, and makes no goal of it', async () => {
    const { counter, visitor } = await newCounter();
    const other = await newCounter();
    const path = await open(counter, vendor, isSigned);
    const others = await open(other.counter, vendor, isSigned);
    const body = JSON.stringify(WROTE[vendor]!(visitor));
    const good = signed(vendor, body);
    let expected = 0;
    const refused = async (status: number, ...[where, text, headers]: Parameters<typeof post>) => {
      expect([where, headers, await post(where, text, headers)]).toEqual([where, headers, status]);
      expected++;
    };
    if (isSigned) {
      await refused(403, path, body);
      await refused(403, path, body, signed(vendor, body, Date.now(), `${SECRET}2`));
      for (const [name, value] of Object.entries(good))
        for (const bad of ['', 'x', value.toUpperCase() + '0', `${value},${value}`, '9'.repeat(400)])
          await refused(403, path, body, { ...good, [name]: bad });
      if (vendor !== 'rocket-chat') await refused(403, path, `${body} `, good);
    }
    if (vendor === 'chatwoot' || vendor === 'crisp')
      for (const at of [Date.now() - 2 * HOUR, Date.now() + 2 * HOUR, 0])
        await refused(403, path, body, signed(vendor, body, at));
    // Of another counter, which is another's secret; and another vendor's door, which is not open.
    const [, secret = ''] = path.split('/webhook/');
    await refused(404, path.replace(/webhook\/\d+/, `webhook/${other.counter}`), body, good);
    expect(await refusedOf(other.counter)).toBe(1);
    expected--;
    for (const wrong of VENDORS.filter((one) => one !== vendor))
      await refused(404, `/api/v1/vendors/${wrong}/webhook/${secret}`, body, good);
    await refused(404, `${path}x`, body, good);
    for (const [what, text, status] of NO_JSON) {
      const answer = await post(path, text, signed(vendor, text.toString('latin1')));
      // Bytes that are no text are signed as they are read here, which is not as they are.
      expect([what, answer]).toEqual([
        what,
        isSigned && typeof text !== 'string' && answer !== 413 ? answer : status,
      ]);
      expect([what, answer < 500 && answer >= 400]).toEqual([what, true]);
      expected++;
    }
    expect(await refusedOf(counter)).toBe(expected);
    expect(await reaches(counter)).toEqual({});
    // The other counter's visitor is not this one's: a goal of one is none of the other.
    expect(await post(others, body, good)).toBe(200);
    expect(await reaches(other.counter)).toEqual({});
  });

  it('[C116] ignores what says nothing, whatever its type, and counts it', async () => {
    const { counter } = await newCounter();
    const path = await open(counter, vendor, isSigned);
    for (const body of IGNORED) {
      const status = await post(path, body, signed(vendor, body));
      expect([body.slice(0, 60), status]).toEqual([body.slice(0, 60), 200]);
    }
    expect(await ignoredOf(counter)).toBe(IGNORED.length);
    // An event of which we have no use is nothing odd.
    const eventAt = WEBHOOKS.find((one) => one.vendor === vendor)!.eventAt;
    const other = JSON.stringify({ [eventAt]: 'somebody_types' });
    expect(await post(path, other, signed(vendor, other))).toBe(200);
    expect(await ignoredOf(counter)).toBe(IGNORED.length);
    expect(await reaches(counter)).toEqual({});
    expect(await refusedOf(counter)).toBe(0);
  });

  it('takes a payload any field of which is of another type, and counts the conversation at most once', async () => {
    const { counter, visitor } = await newCounter();
    const path = await open(counter, vendor, isSigned);
    const whole = WROTE[vendor]!(visitor);
    const faults: unknown[] = [];
    for (const field of pathsOf(whole))
      for (const odd of ODD) {
        const body = JSON.stringify(put(whole, field, odd));
        const status = await post(path, body, signed(vendor, body));
        if (status !== 200) faults.push([field.join('.'), odd, status]);
      }
    expect(faults).toEqual([]);
    expect(await ignoredOf(counter)).toBeGreaterThan(ODD.length / 2);
    // Twice the same name: the last one is what all parsers take.
    const twice = JSON.stringify(whole).replace('{', '{"event":5,"topic":[],"event_name":{},"_id":null,');
    expect(await post(path, twice, signed(vendor, twice))).toBe(200);
    const goals = await reaches(counter);
    expect(Object.values(goals).every((count) => count <= 1)).toBe(true);
  });

  it('whatever the type is said to be, the same webhook many times is one goal', async () => {
    const { counter, visitor } = await newCounter();
    const path = await open(counter, vendor, isSigned);
    const body = JSON.stringify(WROTE[vendor]!(visitor));
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'x',
      'application/json; charset=klingon',
      'image/png',
    ])
      expect([type, await post(path, body, { ...signed(vendor, body), 'content-type': type })]).toEqual([
        type,
        200,
      ]);
    await Promise.all(Array.from({ length: 8 }, () => post(path, body, signed(vendor, body))));
    expect(Object.values(await reaches(counter))).toEqual([1]);
  });
});

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length === 0 ? [] : [path]),
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key])),
  ];
}

function put(value: unknown, [first, ...rest]: readonly string[], odd: unknown): unknown {
  if (first === undefined) return odd;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[first] = put(copy[first], rest, odd);
  return copy;
}
