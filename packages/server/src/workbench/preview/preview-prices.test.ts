/** [G88] A preview says of its examples what counting makes of their prices, over random traffic on the real engine. */
import type { PricePlace } from '@goalpost/contract/goals';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HitRecord } from '../../collect/index.ts';
import {
  actionGoal,
  config,
  finalVisits,
  hit,
  NOON,
  processAll,
  testPipeline,
} from '../../collect/test-journal.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import { isProblem } from '../../kit/problem.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import { preview } from './preview.ts';

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
});
afterAll(() => store.close());

let counters = 900;

/** Stores the traffic as it came without the goal, and gives what the goal would have counted, and counts. */
async function asked(traffic: (counter: number) => HitRecord[], made: GoalDefinition) {
  const counter = ++counters;
  const goal = { ...made, counterId: counter };
  const sent = traffic(counter).toSorted((one, other) => one.t - other.t);
  const replay = (goals: GoalDefinition[]) =>
    processAll(testPipeline(), [[config({ counterId: counter, goals, currency: 'RUB' }), ...sent]]);
  for (const [index, { hits, visits }] of (await replay([])).entries()) {
    if (hits.count > 0) await store.olap.insert('hits', hits, `${counter}-${index}-hits`);
    if (visits.count > 0) await store.olap.insert('visits', visits, `${counter}-${index}-visits`);
  }
  const found = await preview(
    { olap: store.olap, clock: { now: () => (NOON + 90_000) * 1_000 } },
    { goal, others: [], autogoals: true, currency: 'RUB', hosts: [], days: 4, timeZone: 'UTC' },
    new AbortController().signal,
  );
  if (isProblem(found)) throw new Error(JSON.stringify(found));
  const counted = finalVisits(await replay([goal])).flatMap((visit) =>
    visit.goal_prices.map((price, at) => `${visit.goal_times[at]} ${price} ${visit.goal_currencies[at]}`),
  );
  return { found, counted: counted.toSorted() };
}

const contain = (type: 'url' | 'action', url: string) => ({
  name: '',
  type,
  conditions: [{ type: 'contain' as const, url }],
});
const GOALS: readonly Partial<GoalDefinition>[] = [
  { conditions: [{ type: 'exact', url: 'buy' }] },
  { type: 'button', conditions: [] },
  { type: 'params', conditions: [{ type: 'exact', url: 'card', path: 'pay' }] },
  { type: 'step', conditions: [], steps: [contain('url', '/cart'), contain('action', 'buy')] },
  { type: 'multi', conditions: [], all: [contain('url', '/cart'), contain('action', 'buy')] },
];
const PLACES: readonly PricePlace[] = [
  { type: 'data', value: 'data-price' },
  { type: 'selector', value: '.total' },
  { type: 'param', value: 'order.total' },
];

it('[G88] its examples are worth what their reaches are, late ones, too', async () => {
  const text = fc.constantFrom<unknown>('1 990 ₽', '49.90 €', '1,999', 'free', '', 0, undefined, 7);
  const sent = fc.record({
    at: fc.integer({ min: 0, max: 4_000 }),
    late: fc.constantFrom(0, 0, 900),
    what: fc.constantFrom('view', 'event', 'button'),
    prices: fc.record({ '@data-price': text, '.total': text }),
    total: text,
    order: fc.constantFrom(undefined, 5, 'free'),
  });
  type Sent = typeof sent extends fc.Arbitrary<infer One> ? One : never;
  const URLS: Record<string, string> = {
    view: 'https://shop.example/cart',
    event: 'goal://shop.example/buy',
    button: 'btn://shop.example/?i=buy',
  };
  const recordOf = (counter: number, { at, late, what, prices, total, order }: Sent) =>
    hit({
      counter,
      at,
      arrived: at + late,
      ms: 0,
      kind: what === 'view' ? 'pv:1' : 'ar:1',
      ref: 'https://shop.example/',
      url: URLS[what] ?? '',
      params: { pay: 'card', order: { total }, order_price: order, __ym: { prices } },
    });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(sent, { minLength: 4, maxLength: 10, selector: ({ at }) => at >> 2 }),
      fc.constantFrom(...GOALS),
      fc.constantFrom(...PLACES),
      async (traffic, changes, pricePlace) => {
        const goal = actionGoal(1, 'buy', { defaultPrice: 3, ...changes, pricePlace });
        const { found, counted } = await asked((id) => traffic.map((one) => recordOf(id, one)), goal);
        const shown = found.examples.map(
          ({ at, worth }) => `${Math.floor(at / 1_000)} ${worth.price} ${worth.currency}`,
        );
        expect(shown.toSorted()).toEqual(counted);
        for (const { worth } of found.examples)
          if (worth.placed && !worth.placed.understood) expect(worth.price).toBe(0);
      },
    ),
    { numRuns: 12 },
  );
});

it('[G88] says what was read, that it was not understood, or more than one, or nothing', async () => {
  const texts = ['1 990 ₽', 'free', 0, undefined];
  const buys = (counter: number) =>
    texts.map((text, n) =>
      hit({
        counter,
        at: n * 10,
        ms: 0,
        kind: 'ar:1',
        url: 'goal://shop.example/buy',
        params: { __ym: { prices: { '.total': text } } },
      }),
    );
  const place = { type: 'selector', value: '.total' } as const;
  const { found } = await asked(buys, actionGoal(1, 'buy', { defaultPrice: 3, pricePlace: place }));
  expect(found.examples.toReversed().map(({ worth }) => [worth.price, worth.placed])).toEqual([
    [1_990, { text: '1 990 ₽', understood: true }],
    [0, { text: 'free', understood: false }],
    [0, { text: '', understood: false }],
    [3, null],
  ]);
  const { found: none } = await asked(buys, actionGoal(1, 'buy', { defaultPrice: 3 }));
  expect(none.examples.map(({ worth }) => worth)).toEqual(texts.map(() => ({ price: 3, currency: 'RUB' })));
});
