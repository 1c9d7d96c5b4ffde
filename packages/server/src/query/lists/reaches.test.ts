/** Completions of goals as dimensions, held against a plain count over the same visits [M69] [M70]. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classesOf } from '../dimensions/interval.ts';
import { goal, startTestStat, type TestStat } from '../test-stat.ts';
import { hit, seconds, visit } from '../test-visits.ts';
import { testShop, type TestShop } from './test-shop.ts';

let stat: TestStat;
let shop: TestShop;
beforeAll(async () => {
  stat = await startTestStat();
  shop = testShop(stat);
});
afterAll(() => stat.close());

const START = seconds('2026-03-10T12:00:00Z');
const DAY = 86_400;

interface Reach {
  readonly goal: number;
  readonly after: number;
}
interface Made {
  readonly visitor: string;
  readonly number: number;
  /** Seconds since the visitor's first visit. */
  readonly since: number;
  readonly reaches: readonly Reach[];
}

const made: fc.Arbitrary<Made[]> = fc.array(
  fc.record({
    visitor: fc.constantFrom('1', '2'),
    number: fc.integer({ min: 1, max: 40 }),
    since: fc.constantFrom(0, 3_600, DAY - 1, DAY, 8 * DAY, 400 * DAY),
    reaches: fc
      .array(
        fc.record({ goal: fc.constantFrom(1, 2, 9), after: fc.constantFrom(0, 9, 10, 59, 180, 7_200, DAY) }),
        {
          maxLength: 4,
        },
      )
      .map((list) => list.toSorted((a, b) => a.after - b.after)),
  }),
  { minLength: 1, maxLength: 8 },
);

const pageOf = ({ after }: Reach): string => `https://shop.example/${after % 3}`;

function classOf(firsts: readonly number[], value: number): string {
  const at = firsts.findLastIndex((first) => value >= first);
  return classesOf(firsts)[Math.max(at, 0)] ?? '';
}

/** What each name tells of one completion. */
const TOLD: Readonly<Record<string, (reach: Reach, of: Made) => string | number>> = {
  Page: pageOf,
  SecondsTo: ({ after }) => after,
  SecondsToInterval: ({ after }) => classOf([0, 10, 30, 60, 180, 600, 1_800, 3_600], after),
  VisitsTo: (_reach, { number }) => number,
  VisitsToInterval: (_reach, { number }) => classOf([1, 2, 3, 4, 8, 16, 32], number),
  DaysTo: ({ after }, { since }) => Math.floor((since + after) / DAY),
  DaysToInterval: ({ after }, { since }) =>
    classOf([0, 1, 2, 8, 32, 91, 366], Math.floor((since + after) / DAY)),
};

async function stored(all: readonly Made[]): Promise<number> {
  const id = shop.own();
  // The last one is deleted.
  stat.goals = [1, 2].map((number) => goal(number, { counterId: id }));
  for (const one of all) {
    const row = visit({
      counter_id: id,
      visitor_id: one.visitor,
      visit_number: one.number,
      started_at: START,
      first_visit_at: START - one.since,
      goal_ids: one.reaches.map(({ goal: number }) => number),
      goal_times: one.reaches.map(({ after }) => START + after),
      goal_prices: one.reaches.map(() => 0),
      goal_currencies: one.reaches.map(() => ''),
    });
    await stat.add(row);
    const hits = one.reaches.map((reach) =>
      hit(row, {
        at: START + reach.after,
        url: pageOf(reach),
        goal_ids: [reach.goal],
        goal_times: [START + reach.after],
        goal_prices: [0],
        goal_currencies: [''],
      }),
    );
    if (hits.length > 0) await stat.addHits(...hits);
  }
  return id;
}

const shown = ({ reaches }: Made): Reach[] => reaches.filter(({ goal: number }) => number !== 9);

/** Rows of visits and completions, put together by their keys. */
function grouped(entries: readonly (readonly [key: string, visits: Made, reaches: number])[]) {
  const rows: Record<string, [Set<Made>, number]> = {};
  for (const [key, one, reaches] of entries) {
    const row = (rows[key] ??= [new Set(), 0]);
    row[0].add(one);
    row[1] += reaches;
  }
  return Object.fromEntries(Object.entries(rows).map(([key, [set, count]]) => [key, [set.size, count]]));
}

async function asked(id: number, dimensions: string, filters = '') {
  const answer = await stat.data({
    ids: String(id),
    metrics: 'ym:s:visits,gp:s:goalReaches',
    dimensions,
    filters,
    limit: '10000',
  });
  const rows = answer.data.map((row) => [row.dimensions.map((one) => one.id).join(), row.metrics]);
  return { rows: Object.fromEntries(rows) as Record<string, unknown>, totals: answer.totals };
}

it('[M69] [M70] rows by completions are those of a plain count', async () => {
  await fc.assert(
    fc.asyncProperty(made, fc.constantFrom(...Object.keys(TOLD)), async (all, part) => {
      const id = await stored(all);
      const told = TOLD[part] ?? (() => '');
      const every = await asked(id, `gp:s:goalReached,gp:s:goal${part}`);
      expect(every.rows).toEqual(
        grouped(
          all.flatMap((one) =>
            shown(one).map((reach) => [`${reach.goal},${told(reach, one)}`, one, 1] as const),
          ),
        ),
      );
      expect(every.totals).toEqual([
        all.filter((one) => shown(one).length > 0).length,
        all.flatMap(shown).length,
      ]);
      const first = all.flatMap((one) => {
        const found = one.reaches.find((reach) => reach.goal === 1);
        return found === undefined ? [] : [[String(told(found, one)), one, shown(one).length] as const];
      });
      expect((await asked(id, `gp:s:goal1${part}`)).rows).toEqual(grouped(first));
      const [wanted] = first;
      if (wanted === undefined) return;
      const chosen = first.filter(([key]) => key === wanted[0]);
      expect((await asked(id, '', `gp:s:goal1${part}=='${wanted[0]}'`)).totals[0]).toBe(chosen.length);
    }),
    { numRuns: 12 },
  );
});

it('[M70] tells how often a goal was completed in a visit, and whether any was', async () => {
  const reach = (number: number, after: number): Reach => ({ goal: number, after });
  const one = { visitor: '1', number: 1, since: 0 };
  const id = await stored([
    { ...one, reaches: [reach(1, 0), reach(1, 10), reach(2, 10)] },
    { ...one, reaches: [reach(2, 0)] },
    { ...one, reaches: [reach(9, 0)] },
  ]);
  expect((await asked(id, 'gp:s:goal1Completions')).rows).toEqual({ '2': [1, 3] });
  expect((await asked(id, 'gp:s:goal1Completions', 'gp:s:goal1Completions>2')).rows).toEqual({});
  expect((await asked(id, 'ym:s:isGoalReached')).rows).toEqual({ yes: [2, 4], no: [1, 0] });
  expect((await asked(id, 'ym:s:isGoalReachedName', "ym:s:isGoalReached=='No'")).rows).toEqual({
    no: [1, 0],
  });
});

it('[M70] a name without the number of its goal is refused', async () => {
  const ids = String(shop.own());
  const params = { ids, metrics: 'ym:s:visits', dimensions: 'gp:s:goal<goal_id>Page' };
  expect((await stat.refusal(params)).message).toContain('it needs the parameter goal_id');
});
