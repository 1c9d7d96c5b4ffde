/** Goals of shops and of params [G51–G56], through the whole pipeline. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testGoal } from '../../goals/test-goal.ts';
import type { GoalDefinition } from '../../goals/index.ts';
import type { JournalRecord } from '../journal-record.ts';
import {
  actionGoal,
  collect,
  config,
  COUNTER,
  event,
  finalVisits,
  hit,
  hitRows,
  processAll,
  testPipeline,
} from '../test-journal.ts';

const goal = (id: number, type: GoalDefinition['type'], changes: Partial<GoalDefinition> = {}) =>
  testGoal({ id, counterId: COUNTER, type, conditions: [], ...changes });
const PURCHASE = goal(1, 'e_purchase', { defaultPrice: 5 });
const shop = (at: number, ...ecommerce: object[]) =>
  hit({ at, kind: 'pa:1', params: { __ym: { ecommerce } } });
const ua = (id: string, more: object = {}) => ({
  currencyCode: 'EUR',
  purchase: { actionField: { id, ...more }, products: [{ id: 'p', price: 10.5, quantity: 2 }] },
});
const ga4 = (id: string, value?: unknown) => ({
  event: 'purchase',
  ecommerce: { transaction_id: id, value, currency: 'USD', items: [{ item_id: 'p', price: 3 }] },
});

async function worth(records: readonly JournalRecord[], goals: readonly GoalDefinition[]) {
  const { hits } = await collect(records, { goals, currency: 'RUB' });
  return hits.map((row) => row.goal_ids.map((id, at) => [id, row.goal_prices[at], row.goal_currencies[at]]));
}

describe('[G51] [G52] orders of e-commerce data', () => {
  it('are worth what they say, else what their products cost, else the goal’s default', async () => {
    const bare = { purchase: { actionField: { id: 'T4' } } };
    expect(
      await worth(
        [
          shop(0, ua('T1', { revenue: 1_999.9 })),
          shop(5, ua('T2')),
          shop(10, ga4('T3', '1 500,50')),
          shop(15, bare),
          shop(20, ga4('T5', 2), ga4('T6', 3)),
          shop(25, { ecommerce: ua('T7', { revenue: '12 €' }) }),
        ],
        [PURCHASE],
      ),
    ).toEqual([
      [[1, 1_999.9, 'EUR']],
      [[1, 21, 'EUR']],
      [[1, 1_500.5, 'USD']],
      [[1, 5, 'RUB']],
      [[1, 5, 'USD']],
      [[1, 12, 'EUR']],
    ]);
  });

  it('count once an order, also in the visitor’s next visit; without an id each time', async () => {
    const again = [
      shop(0, ua('T1')),
      shop(5, ua('T1')),
      shop(4_000, ua('T1')),
      shop(4_005, ua('')),
      shop(4_010, ua('')),
    ];
    const reached = (await worth(again, [PURCHASE])).map((row) => row.length);
    expect(reached).toEqual([1, 0, 0, 1, 1]);
  });

  it('keep ids that no double holds apart', async () => {
    const long = (end: number) => hit({ at: end * 5, kind: 'pa:1' });
    const records = [1, 2].map((end) => {
      const record = long(end);
      const ids = `{"__ym":{"ecommerce":[{"purchase":{"actionField":{"id":1234567890123456789${end}},"products":[]}}]}}`;
      return { ...record, q: `${record.q}&site-info=${encodeURIComponent(ids)}` };
    });
    expect((await worth(records, [PURCHASE])).map((row) => row.length)).toEqual([1, 1]);
  });

  it('an action reaches the goal that it names, once a hit', async () => {
    const own = actionGoal(7, 'else');
    const gone = actionGoal(8, 'else', { status: 'Deleted' });
    const add = (id: unknown) => ({ add: { actionField: { goal_id: id }, products: [{ id: 'p' }] } });
    expect(
      await worth(
        [
          shop(0, add(7)),
          shop(5, add('7'), add(7)),
          shop(10, add(8)),
          shop(15, add(99)),
          shop(20, ua('T', { goal_id: 7 })),
        ],
        [own, gone],
      ),
    ).toEqual([[[7, 0, 'RUB']], [[7, 0, 'RUB']], [], [], [[7, 21, 'EUR']]]);
  });

  it('count as a model counts them, however segments are cut', async () => {
    const step = fc.record({
      gap: fc.constantFrom(5, 1_900),
      id: fc.constantFrom('', 'A', 'B', 'C'),
      isGa4: fc.boolean(),
      split: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const segments: JournalRecord[][] = [[config({ goals: [PURCHASE], currency: 'RUB' })]];
        const seen = new Set<string>();
        let at = 0;
        const expected = steps.map(({ gap, id, isGa4, split }) => {
          at += gap;
          if (split) segments.push([]);
          segments.at(-1)?.push(shop(at, isGa4 ? ga4(id, 9) : ua(id)));
          const counts = !seen.has(id);
          if (id !== '') seen.add(id);
          return counts ? [isGa4 ? 9 : 21] : [];
        });
        const batches = await processAll(testPipeline(), segments);
        expect(batches.flatMap(hitRows).map((row) => row.goal_prices)).toEqual(expected);
        expect(finalVisits(batches).flatMap((row) => row.goal_prices)).toEqual(expected.flat());
      }),
      { numRuns: 50 },
    );
  });
});

describe('[G53] [G54] [G56] other goals', () => {
  const placesOf = async (records: readonly JournalRecord[], one: GoalDefinition) =>
    (await worth(records, [one])).flatMap((row, place) => (row.length > 0 ? [place] : []));

  it('[G53] a checkout by data or by event', async () => {
    const records = [
      shop(0, { event: 'begin_checkout', ecommerce: { items: [] } }),
      event('ym-begin-checkout', { at: 5 }),
      event('begin', { at: 9 }),
    ];
    expect(await placesOf(records, goal(2, 'a_begin_checkout'))).toEqual([0, 1]);
  });

  it('[G54] params of events, views and hits of params; the price stands beside', async () => {
    const paid = goal(3, 'params', { conditions: [{ type: 'exact', url: 'card', path: 'order.pay' }] });
    const params = { order: { pay: 'card' }, order_price: 10, currency: 'EUR' };
    const records = [
      hit({ at: 0, params }),
      event('x', { at: 5, params }),
      hit({ at: 10, kind: 'pa:1', params: { order: 'card' } }),
    ];
    expect(await worth(records, [paid])).toEqual([[[3, 10, 'EUR']], [[3, 10, 'EUR']], []]);
  });

  it('[G56] an event takes the step of a page', async () => {
    const steps = goal(4, 'step', {
      steps: [
        {
          name: '',
          type: 'url',
          conditions: [
            { type: 'action', url: 'cart' },
            { type: 'contain', url: '/cart' },
          ],
        },
        { name: '', type: 'e_purchase', conditions: [] },
      ],
    });
    expect(await placesOf([shop(0, ua('T0')), event('cart', { at: 5 }), shop(10, ua('T1'))], steps)).toEqual([
      2,
    ]);
  });
});

describe('[M54] [M55] what is kept of products and orders', () => {
  const kept = async (records: readonly JournalRecord[]) => {
    const { hits } = await collect(records, { goals: [], currency: 'RUB' });
    return hits.map(({ products, purchases, promotions }) => ({ products, purchases, promotions }));
  };

  it('reads both forms alike, and an order once', async () => {
    const banner = { id: 'P', name: 'Sale', creative: 'red', creative_slot: 'top' };
    const [first, again, bare] = await kept([
      shop(
        0,
        ua('T1', { revenue: '12 €', coupon: 'SALE' }),
        { event: 'view_promotion', ecommerce: { promotion_id: 'P', items: [] } },
        { ecommerce: { promoClick: { promotions: [banner] } } },
      ),
      shop(5, ua('T1'), {
        ecommerce: { add: { products: [{ id: 'q', list: 'Top', position: 2, discount: 1 }] } },
      }),
      hit({ at: 9 }),
    ]);
    expect(first?.purchases).toEqual([{ id: 'T1', coupon: 'SALE', revenue: 12, currency: 'EUR' }]);
    expect(first?.products).toEqual([
      expect.objectContaining({ action: 'purchase', id: 'p', price: 10.5, quantity: 2, currency: 'EUR' }),
    ]);
    expect(first?.promotions).toEqual([
      { action: 'view', id: 'P', name: '', creative: '', slot: '', position: '' },
      { action: 'click', id: 'P', name: 'Sale', creative: 'red', slot: 'top', position: '' },
    ]);
    expect(again).toEqual({
      products: [
        expect.objectContaining({
          action: 'add',
          id: 'q',
          list: 'Top',
          position: 2,
          discount: 1,
          currency: 'RUB',
        }),
      ],
      purchases: [],
      promotions: [],
    });
    expect(bare).toEqual({ products: [], purchases: [], promotions: [] });
  });
});
