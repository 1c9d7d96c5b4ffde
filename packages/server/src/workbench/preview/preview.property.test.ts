/** [G63] A preview says what counting would have said, for every goal type, over random traffic on the real engine. */
import type { GoalPart } from '@goalpost/contract/goals';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOAL_TYPES, type GoalDefinition, type GoalFact } from '../../goals/index.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { CHROME, NOON } from '../../collect/test-journal.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import { byDay, FACTS, PAGE, PHONE, recordOf, storePast, type Records, type Sent } from './test-past.ts';

/** One goal of each type, of one of its examples. */
const goalsOf = (pick: number): GoalDefinition[] =>
  Object.values(GOAL_TYPES).map(({ id, examples }) =>
    testGoal({ type: id, ...examples[pick % examples.length]?.goal, id: 900 }),
  );
const state = (type: 'device' | 'source', ...values: readonly string[]): GoalPart => ({
  type,
  conditions: values.map((url) => ({ type, url })),
});

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
});
afterAll(() => store.close());

const past = (records: Records, others: readonly GoalDefinition[]) => storePast(store, records, others);

const OTHERS = [
  testGoal({ id: 1, conditions: [{ type: 'contain', url: 'o' }] }),
  testGoal({ id: 2, type: 'url', conditions: [{ type: 'contain', url: 'shop' }] }),
];

describe('[G63] a preview', () => {
  it('is what the goal counts when the day is replayed with it, for every type', async () => {
    const sent = fc.record({
      fact: fc.constantFrom(...FACTS),
      at: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -40_000, max: 40_000 })),
      ms: fc.option(fc.nat({ max: 999 }), { nil: undefined }),
      late: fc.oneof(fc.constant(0), fc.nat({ max: 4_000 })),
      visitor: fc.nat({ max: 2 }),
      robot: fc.constantFrom(false, false, false, true),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 40, maxLength: 160 }), fc.nat(), async (traffic, pick) => {
        const { previewed, counted } = await past((id) => traffic.map((one) => recordOf(id, one)), OTHERS);
        const wrong: unknown[] = [];
        for (const goal of goalsOf(pick)) {
          const [found, times] = [await previewed(goal), await counted(goal)];
          const points = Object.fromEntries(
            found.points.filter(({ count }) => count > 0).map(({ date, count }) => [date, count]),
          );
          if (found.count !== times.length || JSON.stringify(points) !== JSON.stringify(byDay(times)))
            wrong.push([goal.type, goal.conditions, goal.steps, found.count, points, times]);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  it('[G71] [G72] so it is of prices, devices and sources, whatever they are', async () => {
    const entries = ['', '?utm_medium=cpc&utm_source=google', '?utm_medium=email&utm_source=news'];
    const view = fc
      .tuple(fc.constantFrom(...entries), fc.constantFrom('', 'https://www.google.com/'))
      .map(([query, referrer]): GoalFact => ({ kind: 'view', url: PAGE + query, referrer }));
    const lead = fc
      .tuple(fc.nat({ max: 9 }), fc.constantFrom('', 'RUB', 'USD'))
      .map(([sum, currency]): GoalFact => ({
        kind: 'event',
        identifier: 'lead',
        params: JSON.stringify({ order_price: sum, currency }),
      }));
    const order = fc.nat({ max: 9 }).map((revenue): GoalFact => ({
      kind: 'params',
      commerce: JSON.stringify([{ purchase: { actionField: { id: `n${revenue}`, revenue }, products: [] } }]),
    }));
    const sent = fc.record({
      fact: fc.oneof(view, lead, order),
      at: fc.integer({ min: 0, max: 4_000 }),
      ms: fc.constant(undefined),
      late: fc.oneof(fc.constant(0), fc.nat({ max: 4_000 })),
      visitor: fc.nat({ max: 2 }),
      robot: fc.constant(false),
      agent: fc.constantFrom(CHROME, PHONE),
    });
    const price: GoalPart = { type: 'price', conditions: [], price_from: 3, price_to: 7 };
    const lists: readonly Partial<GoalDefinition>[] = [
      { any: [price] },
      { all: [price, state('device', 'mobile')] },
      { all: [price, state('source', 'ad', 'email')] },
      { all: [state('device', 'desktop'), state('source', 'direct', 'organic')] },
      {
        all: [
          { type: 'e_purchase', conditions: [] },
          price,
          state('device', 'mobile', 'desktop'),
          state('source', 'ad'),
        ],
      },
    ];
    const all: number[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 30, maxLength: 80 }), async (traffic) => {
        const { previewed, counted } = await past((id) => traffic.map((one) => recordOf(id, one)), []);
        for (const list of lists) {
          const goal = testGoal({ id: 900, type: 'multi', conditions: [], ...list });
          const [found, times] = [await previewed(goal), await counted(goal)];
          expect([list, found.count]).toEqual([list, times.length]);
          all.push(found.count);
        }
      }),
      { numRuns: 2 },
    );
    expect(all.some((count) => count > 0)).toBe(true);
  });

  const LEAD = testGoal({ id: 900, conditions: [{ type: 'exact', url: 'lead' }] });
  const lead = (at: number, visitor = 0, late = 0): Sent => ({
    fact: { kind: 'event', identifier: 'lead' },
    at,
    ms: undefined,
    late,
    visitor,
    robot: false,
  });
  const many = (count: number, one: (place: number) => Sent) =>
    Array.from({ length: count }, (_, place) => one(place));

  it('[G7] [G8] leaves what other goals left of the 400 of a visit, and one a second', async () => {
    const traffic = [
      ...many(190, (place) => ({
        ...lead(place * 2),
        fact: { kind: 'event', identifier: 'other' } as const,
      })),
      ...many(500, (place) => lead(400 + Math.floor(place / 2) * 2)),
    ];
    const { previewed, counted } = await past(
      (id) => traffic.map((one) => recordOf(id, one)),
      [testGoal({ id: 1, conditions: [{ type: 'exact', url: 'other' }] })],
    );
    expect([(await previewed(LEAD)).count, (await counted(LEAD)).length]).toEqual([210, 210]);
  });

  it('[G52] [G93] counts an order again when the visit that counted it is past, whatever else comes', async () => {
    const START = -150_000;
    const order = (hour: number): Sent => ({
      ...lead(START + hour * 3_600),
      fact: {
        kind: 'params',
        commerce: JSON.stringify([{ purchase: { actionField: { id: 'n1', revenue: 5 } } }]),
      },
    });
    // What is no order makes the visit last, and another visitor's hits have visits forgotten.
    const others = [36.2, 36.6, 37].map((hour) => lead(START + hour * 3_600));
    const somebody = many(20, (place) => lead(START + place * 7_200, 1));
    const goal = testGoal({ id: 900, type: 'e_purchase', conditions: [] });
    const traffic = [order(0), order(11.9), order(36), ...others, order(48.9), order(61.2)];
    const asked = [goal, { ...LEAD, conditions: [{ type: 'exact', url: 'never' } as const] }];
    for (const [around, expected] of [
      [[], [3, 0]],
      [somebody, [3, 0]],
    ] as const) {
      const { previewed, counted } = await past(
        (id) => [...traffic, ...around].map((one) => recordOf(id, one)),
        [],
      );
      const [found, times] = [
        await Promise.all(asked.map(async (one) => (await previewed(one)).count)),
        await Promise.all(asked.map(async (one) => (await counted(one)).length)),
      ];
      expect([found, times]).toEqual([expected, expected]);
    }
  });

  it('[G51] counts orders that name the goal by its number, whatever its type', async () => {
    const named: Sent = {
      ...lead(10),
      fact: {
        kind: 'params',
        commerce: JSON.stringify([{ purchase: { actionField: { id: 'n1', goal_id: 900 } } }]),
      },
    };
    const { previewed, counted } = await past((id) => [named].map((one) => recordOf(id, one)), []);
    const goals = [LEAD, ...goalsOf(0).filter(({ type }) => type !== 'e_purchase' && type !== 'a_purchase')];
    const wrong: unknown[] = [];
    for (const goal of goals) {
      const [found, times] = [(await previewed(goal)).count, (await counted(goal)).length];
      if (found !== times) wrong.push([goal.type, found, times]);
    }
    expect(wrong).toEqual([]);
  });

  it('[G43] leaves what other behaviours left of their 100 of a visit', async () => {
    const of = (autoEntry: 'button' | 'phone', id: number) =>
      testGoal({ id, type: autoEntry, conditions: [], source: 'auto', autoEntry });
    const press: GoalFact = { kind: 'button', url: 'btn://shop.example/?t=Buy', page: PAGE };
    const call: GoalFact = { kind: 'link', url: 'tel:+74951234567', page: PAGE };
    const traffic = many(120, (place) => ({ ...lead(place * 2), fact: place < 90 ? press : call }));
    const { previewed, counted } = await past(
      (id) => traffic.map((one) => recordOf(id, one)),
      [of('button', 1), of('phone', 900)],
    );
    const goal = of('phone', 900);
    expect([(await previewed(goal)).count, (await counted(goal)).length]).toEqual([10, 10]);
  });

  it('shows the latest ten with their pages and where their visits came from', async () => {
    const view: Sent = {
      ...lead(-5),
      fact: { kind: 'view', url: `${PAGE}?utm_source=news&utm_medium=email`, referrer: '' },
    };
    const { previewed } = await past(
      (id) => [view, ...many(12, (place) => lead(place * 10))].map((one) => recordOf(id, one)),
      [],
    );
    const { examples, facts_since: since } = await previewed(LEAD);
    expect(since).toBe(NOON * 1_000);
    expect(examples.map(({ at }) => at / 1_000 - NOON)).toEqual([110, 100, 90, 80, 70, 60, 50, 40, 30, 20]);
    expect(examples[0]).toMatchObject({ kind: 'event', identifier: 'lead', page: PAGE });
    expect(examples[0]?.traffic_source).not.toBe('');
  });

  it('[G64] of more hits is of a sample of whole visitors, and says so', async () => {
    const traffic = many(400, (place) => lead(place * 20, place % 100));
    const { previewed } = await past((id) => traffic.map((one) => recordOf(id, one)), []);
    expect(await previewed(LEAD)).toMatchObject({ share: 1, count: 400, hits: 400 });
    const { share, count, hits } = await previewed(LEAD, 10);
    expect(share).toBe(0.5);
    expect(hits % 4).toBe(0);
    expect(hits).toBeLessThan(400);
    expect(count).toBe(hits * 2);
  });
});
