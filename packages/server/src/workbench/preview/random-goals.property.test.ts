/** [G63] A preview of goals of random steps and conditions says what counting would have said. */
import {
  PART_TYPES,
  STEP_TYPES,
  type GoalPart,
  type PartTypeName,
  type Step,
  type StepTypeName,
} from '@goalpost/contract/goals';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GOAL_TYPES, type GoalDefinition, type GoalFact } from '../../goals/index.ts';
import type { ExampleHit } from '../../goals/goal-type.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { alwaysTried } from '../../kit/test-examples.ts';
import { CHROME } from '../../collect/test-journal.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import { byDay, PAGE, PHONE, recordOf, storePast, type Sent } from './test-past.ts';

const RUNS = 2;
const GOALS_A_RUN = 5;
const ID = 900;

/** Few, so that hits fit several of them. */
const STATES: Readonly<Record<'price' | 'device' | 'source', readonly GoalPart[]>> = {
  price: [
    { type: 'price', conditions: [], price_from: 3, price_to: 7 },
    { type: 'price', conditions: [], price_to: 5 },
  ],
  device: [
    { type: 'device', conditions: [{ type: 'device', url: 'mobile' }] },
    {
      type: 'device',
      conditions: [
        { type: 'device', url: 'mobile' },
        { type: 'device', url: 'desktop' },
      ],
    },
  ],
  source: [
    {
      type: 'source',
      conditions: [
        { type: 'source', url: 'ad' },
        { type: 'source', url: 'direct' },
      ],
    },
  ],
};
const isState = (type: PartTypeName): type is keyof typeof STATES => Object.hasOwn(STATES, type);

const examplesOf = (type: StepTypeName | Exclude<PartTypeName, keyof typeof STATES>) =>
  GOAL_TYPES[type].examples;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom(...STEP_TYPES)
    .chain((type) =>
      fc
        .constantFrom(...examplesOf(type))
        .map(({ goal: { conditions } }): Step => ({ name: '', type, conditions: [...conditions] })),
    ),
  fc
    .constantFrom('action' as const, 'contain_action' as const, 'regexp_action' as const)
    .map((type): Step => ({
      name: '',
      type: 'url',
      conditions: [
        { type: 'contain', url: '/cart' },
        { type, url: 'order' },
      ],
    })),
);
const part = (types: readonly PartTypeName[]): fc.Arbitrary<GoalPart> =>
  fc.constantFrom(...types).chain((type) =>
    isState(type)
      ? fc.constantFrom(...STATES[type])
      : fc.constantFrom(...examplesOf(type)).map(({ goal: { conditions, fields } }): GoalPart => ({
          type,
          conditions: [...conditions],
          ...fields,
        })),
  );
const NO_STATES = PART_TYPES.filter((type) => type !== 'device' && type !== 'source');

const lists = fc.oneof(
  fc.array(step, { minLength: 2, maxLength: 5 }).map((steps) => ({ type: 'step' as const, steps })),
  fc.array(part(NO_STATES), { minLength: 1, maxLength: 10 }).map((any) => ({ type: 'multi' as const, any })),
  fc.array(part(PART_TYPES), { minLength: 1, maxLength: 4 }).map((all) => ({ type: 'multi' as const, all })),
);
type Lists = typeof lists extends fc.Arbitrary<infer L> ? L : never;

/** Hits of the examples of what the goals are made of. */
function factsOf(goals: readonly Lists[]): readonly GoalFact[] {
  const types = goals.flatMap((goal): readonly { readonly type: PartTypeName }[] =>
    'steps' in goal ? goal.steps : 'any' in goal ? goal.any : goal.all,
  );
  const facts = types
    .flatMap(({ type }) => (isState(type) ? [] : examplesOf(type)))
    .flatMap(({ yes }) => yes)
    .flatMap((hits): readonly ExampleHit[] =>
      Array.isArray(hits) ? hits.slice(0, 4) : [hits as ExampleHit],
    );
  return [...facts, ...ALWAYS];
}
const order = (id: string, revenue: number, goalId?: number): GoalFact => ({
  kind: 'params',
  commerce: JSON.stringify([
    { purchase: { actionField: { id, revenue, ...(goalId === undefined ? {} : { goal_id: goalId }) } } },
  ]),
});
const ALWAYS: readonly GoalFact[] = [
  { kind: 'view', url: `${PAGE}cart?utm_medium=cpc`, referrer: '' },
  { kind: 'view', url: `${PAGE}cart`, referrer: '' },
  { kind: 'event', identifier: 'order', params: JSON.stringify({ order_price: 4 }) },
  { kind: 'event', identifier: 'order_sent' },
  { kind: 'engagement', url: 'engagement://shop.example/?at=20&sd=80', page: PAGE },
  order('n1', 4),
  order('n2', 6),
  order('n3', 5, ID),
];

const sentOf = (facts: readonly GoalFact[]): fc.Arbitrary<Sent> =>
  fc.record({
    fact: fc.constantFrom(...facts),
    // Within seconds, within days, and in visits that are forgotten by the next [V26].
    at: fc.oneof(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.integer({ min: -200_000, max: 60_000 }),
    ),
    ms: fc.option(fc.nat({ max: 999 }), { nil: undefined }),
    late: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 4_000 })),
    visitor: fc.nat({ max: 2 }),
    robot: fc.constantFrom(false, false, false, false, true),
    agent: fc.constantFrom(CHROME, PHONE),
  });

const day = fc.array(lists, { minLength: GOALS_A_RUN, maxLength: GOALS_A_RUN }).chain((goals) =>
  fc.record({
    goals: fc.constant(goals),
    traffic: fc.array(sentOf(factsOf(goals)), { minLength: 60, maxLength: 200 }),
  }),
);

const OTHERS: readonly GoalDefinition[] = [
  testGoal({ id: 1, conditions: [{ type: 'contain', url: 'o' }] }),
  // An event that is only this takes no step [G25].
  testGoal({ id: 2, conditions: [{ type: 'exact', url: 'call' }], source: 'auto', autoEntry: 'call' }),
];

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
});
afterAll(() => store.close());

it('[G2] [G57] [G58] is what they count when the days are replayed with them', async () => {
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(day, async ({ goals, traffic }) => {
      const past = await storePast(store, (id) => traffic.map((one) => recordOf(id, one)), OTHERS);
      const wrong: unknown[] = [];
      for (const given of goals) {
        const goal = testGoal({ conditions: [], defaultPrice: 9, ...given, id: ID });
        const [found, reaches] = [await past.previewed(goal), await past.reaches(goal)];
        reached += reaches.length;
        const points = Object.fromEntries(
          found.points.filter(({ count }) => count > 0).map(({ date, count }) => [date, count]),
        );
        const days = byDay(reaches.map(({ at }) => at));
        const worth = (all: readonly { readonly at: number; readonly price: number }[]) =>
          all
            .map(({ at, price }) => [at, price])
            .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        const shown = found.examples.map(({ at, worth: { price } }) => ({
          at: Math.floor(at / 1_000),
          price,
        }));
        const isEqual =
          found.count === reaches.length &&
          JSON.stringify(Object.entries(points).toSorted()) ===
            JSON.stringify(Object.entries(days).toSorted()) &&
          (reaches.length > shown.length || JSON.stringify(worth(shown)) === JSON.stringify(worth(reaches)));
        if (!isEqual)
          wrong.push({ given, found: found.count, points, days, shown: worth(shown), is: worth(reaches) });
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true, examples: alwaysTried(fc.tuple(day)).slice(0, 1) },
  );
  expect(reached).toBeGreaterThan(0);
});
