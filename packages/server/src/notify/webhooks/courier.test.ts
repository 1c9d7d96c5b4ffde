import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from './port.ts';
import { signatureOf, standardHeaders } from './signature.ts';
import {
  COUNTER,
  createTestWebhooks,
  newDelivery,
  type TestWebhooks,
  work,
} from '../../chat/webhooks/test-webhooks.ts';

const A = 'https://a.example/hook';
const B = 'https://b.example/hook';
const HOUR = 3_600_000;

let test: TestWebhooks;
beforeEach(async () => {
  test = await createTestWebhooks();
  for (const url of [A, B]) await test.registry.add(COUNTER, { url, events: ['chat_accepted'] });
});
afterEach(() => test.close());

async function due(url: string, changes: Partial<Delivery> = {}): Promise<Delivery> {
  const delivery = newDelivery({ url, nextAt: test.clock.now(), ...changes });
  await test.deliveries.add(delivery);
  return delivery;
}
const now = async ({ id }: Delivery) => test.deliveries.get(COUNTER, id);
const urls = () => test.postings.map(({ url }) => url);

it('sends what is due, signed, and notes the answer', async () => {
  const delivery = await due(A);
  await work(test);
  const [posting] = test.postings;
  const [webhook] = await test.registry.list(COUNTER);
  expect(posting).toMatchObject({ url: A, body: delivery.payload });
  expect(posting?.headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Goalpost',
    'x-goalpost-signature': signatureOf(webhook?.secret ?? '', delivery.payload, test.clock.now()),
    ...standardHeaders(webhook?.secret ?? '', delivery.id, delivery.payload, test.clock.now()),
    'x-goalpost-delivery': delivery.id,
    'idempotency-key': delivery.id,
    'x-goalpost-event': 'chat_accepted',
  });
  await posting?.answer(200, 'fine');
  expect(await now(delivery)).toMatchObject({ status: 'delivered', attempts: 1, lastAnswer: '200 fine' });
  expect(test.answers).toEqual(['chat_accepted fine']);
  expect(test.postings).toHaveLength(1);
});

it('tries again when the time has come, until it arrives', async () => {
  const delivery = await due(A);
  await work(test);
  await test.postings[0]?.answer(500);
  expect(await now(delivery)).toMatchObject({ status: 'waiting', attempts: 1 });
  test.pass(9_999);
  await work(test);
  expect(test.postings).toHaveLength(1);
  test.pass(1);
  await work(test);
  expect(test.postings).toHaveLength(2);
  expect(test.postings[1]?.headers['x-goalpost-delivery']).toBe(delivery.id);
  await test.postings[1]?.answer(204);
  expect(await now(delivery)).toMatchObject({ status: 'delivered', attempts: 2 });
  expect(test.answers).toHaveLength(1);
});

it('gives up after a day', async () => {
  const delivery = await due(A);
  for (let attempt = 1; attempt <= 8; attempt++) {
    await work(test);
    expect(test.postings).toHaveLength(attempt);
    await test.postings.at(-1)?.answer(503);
    test.pass(16 * HOUR);
  }
  expect(await now(delivery)).toMatchObject({ status: 'failed', attempts: 8, lastAnswer: '503 ' });
  await work(test);
  expect(test.postings).toHaveLength(8);
});

describe('an address that is slow', () => {
  it('holds up nobody else, and gets its own one after the other, in order', async () => {
    const slow = [
      await due(A),
      await due(A, { nextAt: test.clock.now() + 1 }),
      await due(A, { nextAt: test.clock.now() + 2 }),
    ];
    test.pass(5);
    const other = await due(B);
    await work(test);
    expect(urls()).toEqual([A, B]);
    await test.postings[1]?.answer(200);
    expect(await now(other)).toMatchObject({ status: 'delivered' });
    expect(urls()).toEqual([A, B]);
    await test.postings[0]?.answer(200);
    await test.postings[2]?.answer(200);
    await test.postings[3]?.answer(200);
    const sent = test.postings
      .filter(({ url }) => url === A)
      .map(({ headers }) => headers['x-goalpost-delivery']);
    expect(sent).toEqual(slow.map(({ id }) => id));
  });

  it('also where there are more of them than places', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `https://slow-${index}.example/`);
    for (const [index, url] of many.entries()) {
      await test.registry.add(COUNTER + index, { url, events: ['chat_accepted'] });
      await due(url, { counterId: COUNTER + index });
    }
    await work(test);
    expect(test.postings).toHaveLength(16);
    await test.postings[3]?.answer(null);
    expect(test.postings).toHaveLength(17);
  });
});

describe('an address that does not answer', () => {
  it('and with all the others of its counter no other counter', async () => {
    for (let index = 0; index < 20; index++) {
      const url = `https://slow.example/${index}`;
      await test.registry.add(COUNTER + 1, { url, events: ['chat_accepted'] });
      await due(url, { counterId: COUNTER + 1, nextAt: test.clock.now() - 1_000 });
    }
    await work(test);
    expect(test.postings).toHaveLength(4);
    await due(A);
    await work(test);
    expect(urls().at(-1)).toBe(A);
    await test.postings[0]?.answer(200);
    expect(test.postings).toHaveLength(6);
  });

  it('is left alone for a while, longer each time, and woken by hand', async () => {
    await due(A);
    await due(A);
    await work(test);
    await test.postings[0]?.answer(null);
    await work(test);
    expect(test.postings).toHaveLength(1);
    test.pass(5_000);
    await work(test);
    expect(test.postings).toHaveLength(2);
    await test.postings[1]?.answer(null);
    test.pass(5_000);
    await work(test);
    expect(test.postings).toHaveLength(2);
    test.courier.wake(A);
    await work(test);
    expect(test.postings).toHaveLength(3);
  });

  it('for so long that a delivery is overdue: that is given up', async () => {
    const delivery = await due(A);
    const late = await due(A, { nextAt: test.clock.now() + 1 });
    await work(test);
    test.pass(25 * HOUR);
    await test.postings[0]?.answer(null);
    test.pass(6_000);
    await work(test);
    expect(await now(late)).toMatchObject({ status: 'failed', lastAnswer: WEBHOOK_FAULTS.overdue });
    expect(await now(delivery)).toMatchObject({ status: 'waiting' });
  });
});

it('what was due while the server was off is sent, however late', async () => {
  const delivery = await due(A);
  test.pass(72 * HOUR);
  await work(test);
  await test.postings[0]?.answer(200);
  expect(await now(delivery)).toMatchObject({ status: 'delivered' });
});

it('sends nothing to a webhook that was removed, or to another’s of the same address', async () => {
  const [webhook] = await test.registry.list(COUNTER);
  await test.registry.remove(COUNTER, webhook?.id ?? '');
  await test.registry.add(COUNTER + 1, { url: A, events: ['chat_accepted'] });
  const delivery = await due(A);
  await work(test);
  expect(test.postings).toHaveLength(0);
  expect(await now(delivery)).toMatchObject({ status: 'failed', lastAnswer: WEBHOOK_FAULTS.removed });
});

it('an attempt that cannot be noted is made again, later', async () => {
  const delivery = await due(A);
  await work(test);
  test.logFails = true;
  await test.postings[0]?.answer(200);
  expect(test.logged).toEqual([expect.stringContaining('could not be sent or written down')]);
  await work(test);
  expect(test.postings).toHaveLength(1);
  test.logFails = false;
  test.pass(5_000);
  await work(test);
  expect(test.postings[1]?.headers['x-goalpost-delivery']).toBe(delivery.id);
});

it('an attempt that the server’s end breaks off counts as not made', async () => {
  const delivery = await due(A);
  await work(test);
  expect(test.courier.isUnderWay(delivery.id)).toBe(true);
  await test.courier.close();
  expect(await now(delivery)).toEqual(delivery);
  await work(test);
  expect(test.postings).toHaveLength(1);
  const next = test.restart();
  await work(next);
  await next.postings[0]?.answer(200);
  expect(await now(delivery)).toMatchObject({ status: 'delivered', attempts: 1 });
});

describe('of two nodes on one log', () => {
  it('one sends a delivery, and nobody else to its address meanwhile', async () => {
    const other = test.restart('two');
    const [first, second] = [await due(A), await due(A)];
    await Promise.all([test.courier.work(), other.courier.work()]);
    await work(test);
    await work(other);
    const all = [...test.postings, ...other.postings];
    expect(all).toHaveLength(1);
    await all[0]?.answer(200);
    await work(test);
    await work(other);
    const sent = [...test.postings, ...other.postings].map(({ headers }) => headers['x-goalpost-delivery']);
    expect(new Set(sent)).toEqual(new Set([first.id, second.id]));
    expect(sent).toHaveLength(2);
  });

  it('the other sends what one had when it died, with the same id, once its claim has run out', async () => {
    const delivery = await due(A);
    await work(test);
    expect(test.postings).toHaveLength(1);
    const other = test.restart('two');
    test.pass(59_999);
    await work(other);
    expect(other.postings).toEqual([]);
    test.pass(1);
    await work(other);
    expect(other.postings.map(({ headers }) => headers['x-goalpost-delivery'])).toEqual([delivery.id]);
  });
});
