/** [G63] A preview says what counting would have said, for every goal type, over random traffic on the real engine. */
import type { GoalPart } from '@goalpost/contract/goals';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOAL_TYPES, type GoalDefinition, type GoalFact } from '../../goals/index.ts';
import type { ExampleHit } from '../../goals/goal-type.ts';
import { testGoal } from '../../goals/test-goal.ts';
import type { HitRecord } from '../../collect/index.ts';
import {
  CHROME,
  config,
  finalVisits,
  hit,
  NOON,
  processAll,
  testPipeline,
} from '../../collect/test-journal.ts';
import { isProblem } from '../../kit/problem.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import { preview } from './preview.ts';

/** What the wire says of a hit of each kind, beside its address. */
const KINDS: Readonly<Record<GoalFact['kind'], (fact: GoalFact) => string>> = {
  view: () => 'pv:1',
  event: () => 'ar:1',
  link: () => 'ln:1',
  download: () => 'dl:1:ln:1',
  form: () => 'ar:1',
  button: () => 'ar:1',
  contact: () => 'ar:1',
  engagement(fact) {
    const keys = new URL('url' in fact ? fact.url : PAGE).searchParams;
    return `eng:1:ar:1:at:${keys.get('at') ?? 0}:sd:${keys.get('sd') ?? 0}`;
  },
  params: () => 'pa:1',
  other: () => 'nb:1',
};
const PAGE = 'https://shop.example/';

interface Sent {
  readonly fact: GoalFact;
  readonly at: number;
  readonly ms: number | undefined;
  readonly late: number;
  readonly visitor: number;
  readonly robot: boolean;
  readonly agent?: string;
}

function addressOf(fact: GoalFact): { url: string; ref: string } {
  if (fact.kind === 'event') return { url: `goal://shop.example/${fact.identifier}`, ref: PAGE };
  if (fact.kind === 'view') return { url: fact.url, ref: fact.referrer ?? '' };
  if (fact.kind === 'engagement') return { url: fact.page, ref: fact.page };
  return 'url' in fact ? { url: fact.url, ref: fact.page } : { url: PAGE, ref: '' };
}

function recordOf(counter: number, { fact, at, ms, late, visitor, robot, agent }: Sent): HitRecord {
  const params = {
    ...(fact.params ? (JSON.parse(fact.params) as object) : {}),
    ...(fact.commerce ? { __ym: { ecommerce: JSON.parse(fact.commerce) as unknown } } : {}),
  };
  return hit({
    counter,
    at,
    arrived: at + (ms ?? 0) / 1_000 + late,
    kind: KINDS[fact.kind](fact),
    ...addressOf(fact),
    ...(ms === undefined ? {} : { ms }),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    visitor: String(1_700_000_000_000_000_000n + BigInt(visitor)),
    robot,
    ...(agent === undefined ? {} : { agent }),
  });
}

/** One goal of each type, of one of its examples. */
const goalsOf = (pick: number): GoalDefinition[] =>
  Object.values(GOAL_TYPES).map(({ id, examples }) =>
    testGoal({ type: id, ...examples[pick % examples.length]?.goal, id: 900 }),
  );
const FACTS: readonly GoalFact[] = Object.values(GOAL_TYPES)
  .flatMap(({ examples }) => examples)
  .flatMap(({ yes, no }) => [...yes, ...no])
  .flatMap((hits): readonly ExampleHit[] => (Array.isArray(hits) ? hits.slice(0, 5) : [hits as ExampleHit]));

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const state = (type: 'device' | 'source', ...values: readonly string[]): GoalPart => ({
  type,
  conditions: values.map((url) => ({ type, url })),
});

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
});
afterAll(() => store.close());

let counters = 500;

/** Stores the traffic as it was without the goals, and gives what is asked of it. */
async function past(records: (counter: number) => readonly HitRecord[], others: readonly GoalDefinition[]) {
  const counter = ++counters;
  const sent = records(counter).toSorted((one, other) => one.t - other.t);
  const half = Math.ceil(sent.length / 2);
  const replay = (goals: readonly GoalDefinition[]) =>
    processAll(testPipeline(), [
      [config({ counterId: counter, goals, autogoals: true }), ...sent.slice(0, half)],
      sent.slice(half),
    ]);
  for (const [index, { hits, visits }] of (await replay(others)).entries()) {
    if (hits.count > 0) await store.olap.insert('hits', hits, `${counter}-${index}-hits`);
    if (visits.count > 0) await store.olap.insert('visits', visits, `${counter}-${index}-visits`);
  }
  return {
    async previewed(goal: GoalDefinition, partHits?: number) {
      const clock = { now: () => (NOON + 90_000) * 1_000 };
      const asked = {
        goal: { ...goal, counterId: counter },
        others,
        autogoals: true,
        currency: 'RUB',
        hosts: ['shop.example'],
      };
      const found = await preview(
        { olap: store.olap, clock, ...(partHits === undefined ? {} : { partHits }) },
        { ...asked, days: 4, timeZone: 'UTC' },
        AbortSignal.timeout(60_000),
      );
      if (isProblem(found)) throw new Error(JSON.stringify(found));
      return found;
    },
    async counted(goal: GoalDefinition) {
      const visits = finalVisits(await replay([...others, { ...goal, counterId: counter }]));
      return visits.flatMap((visit) =>
        visit.goal_times.filter((_, index) => visit.goal_ids[index] === goal.id),
      );
    },
  };
}

const byDay = (times: readonly number[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(times, (at) => new Date(at * 1_000).toISOString().slice(0, 10))).map(
      ([day, all]) => [day, all?.length],
    ),
  );

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
