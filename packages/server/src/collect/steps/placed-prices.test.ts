/** Prices that stand where goals say, through the whole pipeline [G84–G87]. */
import type { PricePlace } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import type { GoalDefinition } from '../../goals/index.ts';
import type { JournalRecord } from '../journal-record.ts';
import {
  actionGoal,
  collect,
  config,
  event,
  hit,
  hitRows,
  processAll,
  testPipeline,
  type TestHit,
} from '../test-journal.ts';

const SELECTOR: PricePlace = { type: 'selector', value: '#order .total' };
const DATA: PricePlace = { type: 'data', value: 'data-price' };
const PARAM: PricePlace = { type: 'param', value: 'order.total' };
const placed = (pricePlace: PricePlace, changes: Partial<GoalDefinition> = {}) =>
  actionGoal(1, 'buy', { pricePlace, defaultPrice: 7, ...changes });
const read = (prices: unknown, params: object = {}) => ({ ...params, __ym: { prices } });
const buy = (params: unknown, more: Partial<TestHit> = {}) => event('buy', { at: 0, params, ...more });

/** `[price, currency]` of each reach, in the order of their hits, and how often a price was not understood. */
async function worth(records: readonly JournalRecord[], goals: readonly GoalDefinition[], currency = 'RUB') {
  const batches = await processAll(testPipeline(), [[config({ goals, currency }), ...records]]);
  const reaches = batches
    .flatMap(hitRows)
    .flatMap((row) => row.goal_prices.map((price, at) => [price, row.goal_currencies[at]]));
  const notes = batches.reduce((all, { notes: [...by] }) => all + (by[0]?.[1].price ?? 0), 0);
  return { reaches, notes };
}
const one = async (params: unknown, place: PricePlace, changes: Partial<GoalDefinition> = {}) => {
  const { reaches, notes } = await worth([buy(params)], [placed(place, changes)]);
  return [...(reaches[0] ?? []), notes];
};

describe('a price that stands where its goal says', () => {
  it('[G84] on the page, by a selector or a data attribute, is read as shops print prices', async () => {
    expect(await one(read({ '#order .total': '1\u00a0990,50 ₽' }), SELECTOR)).toEqual([1_990.5, 'RUB', 0]);
    expect(await one(read({ '@data-price': '49.90 €' }), DATA)).toEqual([49.9, 'EUR', 0]);
    expect(await one(read({ '#order .total': '0' }), SELECTOR)).toEqual([0, 'RUB', 0]);
  });

  it('[G84] in the params, at a path, with the currency that is named beside it or above', async () => {
    expect(await one({ order: { total: 1_990 } }, PARAM)).toEqual([1_990, 'RUB', 0]);
    expect(await one({ order: { total: '20', currency: 'USD' } }, PARAM)).toEqual([20, 'USD', 0]);
    expect(await one({ order: { total: 20 }, currency: 'EUR' }, PARAM)).toEqual([20, 'EUR', 0]);
    expect(await one({ 'order.total': 20 }, PARAM)).toEqual([20, 'RUB', 0]);
    expect(await one([{ order: { total: 20 } }], PARAM)).toEqual([20, 'RUB', 0]);
    expect(await one({ order: [{ total: 20 }, { total: '20.00' }] }, PARAM)).toEqual([20, 'RUB', 0]);
  });

  it('[G86] goes before the params’ own price, and that before the goal’s', async () => {
    expect(await one(read({ '@data-price': '5' }, { order_price: 9 }), DATA)).toEqual([5, 'RUB', 0]);
    expect(await one(read({ other: '5' }, { order_price: 9 }), DATA)).toEqual([9, 'RUB', 0]);
    expect(await one({ order: { total: null }, order_price: 9 }, PARAM)).toEqual([9, 'RUB', 0]);
    for (const nothing of [undefined, {}, read({}), read({ '@data-price': '  ' }), read(null), read('5')])
      expect(await one(nothing, DATA), JSON.stringify(nothing)).toEqual([7, 'RUB', 0]);
    expect(await one({ order: 5 }, PARAM)).toEqual([7, 'RUB', 0]);
  });

  it('[G86] is left to the order where an order reaches the goal', async () => {
    const order = { purchase: { actionField: { id: '1', revenue: 500 }, products: [] } };
    const params = { __ym: { ecommerce: [order], prices: { '@data-price': '5' } } };
    const goal = actionGoal(1, '', { type: 'e_purchase', conditions: [], pricePlace: DATA });
    const { reaches } = await worth([hit({ at: 0, kind: 'pa:1:ar:1', params })], [goal]);
    expect(reaches).toEqual([[500, 'RUB']]);
  });

  it('[G87] that is not understood, or more than one, counts 0, never another, and is counted', async () => {
    const texts = ['from 10 to 20', 'free', '1,999', '-5', '1e3', '10 20', 'x'.repeat(100), '9'.repeat(20)];
    for (const text of texts)
      expect(await one(read({ '@data-price': text }, { order_price: 9 }), DATA), text).toEqual([0, 'RUB', 1]);
    for (const odd of [0, 1, null, true, [], {}, 'x'.repeat(101)])
      expect(await one(read({ '@data-price': odd }), DATA), JSON.stringify(odd)).toEqual([0, 'RUB', 1]);
    for (const total of ['free', true, {}, [], [10, 20], -1, '10-20']) {
      const expected = Array.isArray(total) && total.length === 0 ? [7, 'RUB', 0] : [0, 'RUB', 1];
      expect(await one({ order: { total } }, PARAM), JSON.stringify(total)).toEqual(expected);
    }
    expect(await one({ order: { total: 5, currency: 'stars!' } }, PARAM)).toEqual([0, 'RUB', 1]);
  });

  it('[G87] is counted as not understood only where a goal is reached by it', async () => {
    const many = read({ '@data-price': 0 });
    const view = hit({ at: 0, params: many });
    const { reaches, notes } = await worth([view, buy(many, { at: 5 })], [placed(DATA)]);
    expect([reaches, notes]).toEqual([[[0, 'RUB']], 1]);
    expect((await worth([buy(many)], [actionGoal(1, 'buy')])).notes).toBe(0);
  });

  it('[G84] of each goal its own', async () => {
    const goals = [
      placed(DATA),
      placed(SELECTOR, { id: 2 }),
      placed(PARAM, { id: 3 }),
      actionGoal(4, 'buy', { defaultPrice: 8 }),
    ];
    const params = read({ '@data-price': '1', '#order .total': '2' }, { order: { total: 3 } });
    expect((await worth([buy(params)], goals)).reaches.map(([price]) => price)).toEqual([1, 2, 3, 8]);
  });

  it('[G29] [G84] of a step that waits is that of its own hit, over a restart, too', async () => {
    const step = (url: string) => ({
      name: '',
      type: 'url' as const,
      conditions: [{ type: 'contain' as const, url }],
    });
    const goals = [placed(DATA, { type: 'step', conditions: [], steps: [step('/cart'), step('/thanks')] })];
    const view = (path: string, at: number, price: unknown, more: Partial<TestHit> = {}) =>
      hit({ at, url: `https://shop.example/${path}`, params: read({ '@data-price': price }), ...more });
    const [first, second] = [testPipeline(), testPipeline()];
    await processAll(first, [[config({ goals }), view('thanks', 50, '12'), view('thanks', 60, 0)]]);
    const lines = [...first.dump()];
    await second.load(
      (async function* () {
        yield* lines;
      })(),
    );
    const [batch] = await processAll(second, [[view('cart', 10, '5', { arrived: 3_600 })]], 2);
    const [row] = hitRows(batch!);
    expect(row?.goal_prices).toEqual([12, 0]);
    expect([...(batch?.notes ?? [])].map(([, { price }]) => price)).toEqual([1]);
  });

  it('[W80] what a stranger sends as prices is bounded, and is no param', async () => {
    const flood = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`@data-${n}`, 'x'.repeat(90)]));
    const { hits } = await collect([buy(read(flood)), buy(read({ ['x'.repeat(300)]: '5' }))], {});
    const [stored, long] = hits;
    expect(Object.keys(JSON.parse(stored?.page_prices ?? '{}') as object)).toHaveLength(20);
    expect([stored?.params, long?.page_prices]).toEqual(['', '']);
  });
});
