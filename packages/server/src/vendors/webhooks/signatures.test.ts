/** How each vendor signs, as its own documents and libraries say it, and for how long a signature counts. */
import { describe, expect, it } from 'vitest';
import { createReceive } from './receive.ts';
import { WEBHOOKS, webhookOf } from './list.ts';
import { SIGNS } from './test-signatures.ts';

const SECRET = 'a secret of the vendor';
const NOW = 1_790_000_000_000;
const BODY = '{"event":"ping","data":{"text":"Привет, \\u20ac"}}';
const TIMED = ['chatwoot', 'crisp'];

/** Sends one through a door that is open with the secret. @returns the answer, and how many were counted as refused */
async function send(vendor: string, headers: Record<string, string | string[]>, body = BODY) {
  let refused = 0;
  const receive = createReceive({
    doors: { enter: async () => ({ signing: SECRET }) },
    conversations: { take: async () => 'nothing' },
    isOn: () => true,
    maskThread: (_counterId, thread) => thread,
    clock: { now: () => NOW },
    count: (_counterId, what) => (refused += what === 'refused' ? 1 : 0),
    seen: () => undefined,
  });
  const secret = `1-${'x'.repeat(43)}`;
  const { status } = await receive({
    vendor,
    secret,
    network: '192.0.2.1',
    headers,
    body: Buffer.from(body),
  });
  return [status, refused] as const;
}

it('[C107] all vendors that sign are told here', () => {
  const signing = WEBHOOKS.filter(({ signs }) => signs !== 'never').map(({ vendor }) => vendor);
  expect(Object.keys(SIGNS).toSorted()).toEqual(signing.toSorted());
});

describe.each(Object.entries(SIGNS))('[C107] %s', (vendor, sign) => {
  const good = sign(BODY, SECRET, NOW);

  it('is taken where it is signed, and refused and counted where it is not', async () => {
    expect(await send(vendor, good)).toEqual([200, 0]);
    expect(await send(vendor, {})).toEqual([403, 1]);
    expect(await send(vendor, sign(BODY, `${SECRET} `, NOW))).toEqual([403, 1]);
    for (const name of Object.keys(good)) {
      const value = good[name]!;
      const { [name]: _left, ...others } = good;
      const bad: (string | string[])[] = ['', `${value}0`, value.slice(0, -1), [value, value]];
      for (const one of bad)
        expect([one, await send(vendor, { ...good, [name]: one })]).toEqual([one, [403, 1]]);
      expect(await send(vendor, others)).toEqual([403, 1]);
    }
  });

  it('that was caught counts for an hour where the signature holds a time, and is known by its conversation', async () => {
    const isTimed = TIMED.includes(vendor);
    expect(webhookOf(vendor)?.signedAt !== undefined).toBe(isTimed);
    for (const [minutes, isTaken] of [
      [-59, true],
      [59, true],
      [-61, false],
      [61, false],
      [-60 * 24 * 365, false],
    ] as const)
      expect([minutes, await send(vendor, sign(BODY, SECRET, NOW + minutes * 60_000))]).toEqual([
        minutes,
        isTaken || !isTimed ? [200, 0] : [403, 1],
      ]);
  });
});

it.each(['chatwoot', 'crisp', 'intercom'])(
  '[C107] a signature of %s is over the bytes of the body',
  async (vendor) => {
    const good = SIGNS[vendor]!(BODY, SECRET, NOW);
    expect(await send(vendor, good, `${BODY} `)).toEqual([403, 1]);
    expect(await send(vendor, good, BODY.replace('ping', 'pong'))).toEqual([403, 1]);
  },
);

it.each([
  [
    'chatwoot',
    '{"event":"message_created"}',
    {
      'x-chatwoot-timestamp': '1790000000',
      'x-chatwoot-signature': 'sha256=00311a0d3da8a15c1066493a6afb16ae5b52bd8f1788cc98b4071adaf54a4a81',
    },
  ],
  [
    'crisp',
    '{"event":"message:send"}',
    {
      'x-crisp-request-timestamp': '1790000000000',
      'x-crisp-signature': 'fafcd74126fafc309ad4eb829745996c0be65c85d00da8ece7895fb57059bef9',
    },
  ],
  ['intercom', '{"topic":"ping"}', { 'x-hub-signature': 'sha1=3bc6632c41045cd193f89e558548f5b1beb1b71d' }],
])('[C107] a signature of %s that OpenSSL has made is known', (vendor, body, headers) => {
  const isSigned = (secret: string) =>
    webhookOf(vendor)?.isSigned?.({ headers, body: Buffer.from(body) }, secret);
  expect(isSigned(`${vendor} secret`)).toBe(true);
  expect(isSigned('secret')).toBe(false);
});
