/**
 * Sets in filters choose what a plain count says, over random traffic.
 * They are some, all or none of the visits and page views of a visit or a visitor, nested and beside conditions.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Filter, printFilter } from '@goalpost/contract/reports/filters';
import { sampleOf } from '../../kit/test-examples.ts';
import { counter, goal, startTestStat, type TestStat } from '../test-stat.ts';
import { conditionOn, dimensionNames, hitDimensionNames, hitsOf, visits } from './test-arbitraries.ts';
import { chosen, hitRow, inPeriod, valueOf, visitRow, type World } from './test-world.ts';

const ZONE = 'Australia/Lord_Howe';
const [FROM, TO] = ['2026-03-29', '2026-04-02'];
const GOALS = [1, 2, 3];

let stat: TestStat;
let world: World;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({ timeZone: ZONE })];
  stat.goals = GOALS.map((id) => goal(id));
  const made = fc
    .sample(visits, 14)
    .flat()
    .map((visit, at) => ({
      visit,
      hits: sampleOf(hitsOf(visit), 1, at).flat(),
    }));
  await stat.add(...made.map(({ visit }) => visit));
  await stat.addHits(...made.flatMap(({ hits }) => hits));
  const rows = made.flatMap(({ visit, hits }) => [
    visitRow(visit),
    ...hits.filter(({ kind }) => kind === 'view').map((one) => hitRow(one, visit)),
  ]);
  world = { rows, zone: ZONE, goals: GOALS, from: FROM, to: TO, robots: false };
});
afterAll(() => stat.close());

const conditions = fc.oneof(
  fc.constantFrom(...hitDimensionNames).chain((name) => conditionOn(name, 'ym:pv:')),
  fc.constantFrom(...dimensionNames).chain((name) => conditionOn(name)),
  fc.constantFrom('URLPath', 'title', 'date').chain((name) => conditionOn(name, 'ym:pv:')),
  fc.constantFrom('lastsignUTMSource', 'date', 'goal').chain((name) => conditionOn(name)),
);

const sets: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    conditions,
    fc.record({ kind: fc.constant('not' as const), item: tie('filter') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('filter'), { minLength: 2, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('some' as const),
      key: fc.constantFrom('visit' as const, 'visitor' as const),
      item: tie('filter'),
    }),
    fc.record({
      kind: fc.constant('some' as const),
      key: fc.constant('visitor' as const),
      within: fc.constantFrom(1, 2, 400),
      item: tie('filter'),
    }),
  ),
})).filter;

const SCOPES = {
  visits: { metric: 'ym:s:visits', dimension: 'ym:s:clientID', name: 'clientID' },
  hits: { metric: 'ym:pv:pageviews', dimension: 'ym:pv:startOfMinute', name: 'startOfMinute' },
} as const;

async function check(filter: Filter, scope: keyof typeof SCOPES): Promise<number> {
  const { metric, dimension, name } = SCOPES[scope];
  const filters = printFilter(filter);
  const days = { date1: FROM, date2: TO };
  const answer = await stat.data({ ...days, metrics: metric, dimensions: dimension, filters, limit: '1000' });
  const here = { ...world, robots: filters.includes(':isRobot') };
  const rows = here.rows.filter(
    (row) =>
      row.scope === scope &&
      inPeriod(row, here) &&
      (here.robots || !row.seen.is_robot) &&
      chosen(filter, row, here),
  );
  const groups = Map.groupBy(rows, (row) => String(valueOf(row, name, ZONE)));
  const expected = [...groups].map(([value, of]) => [value, of.length]);
  const found = answer.data.map(({ dimensions, metrics }) => [dimensions[0]?.id, metrics[0]]);
  const byKey = (lines: unknown[][]) => lines.map(String).toSorted();
  expect([filters, byKey(found)]).toEqual([filters, byKey(expected)]);
  return rows.length;
}

it('[M42]–[M44] [M71] any filter with sets over any traffic', async () => {
  const asked = fc.sample(
    sets.filter((filter) => JSON.stringify(filter).includes('some')),
    60,
  );
  let partly = 0;
  for (const [at, filter] of asked.entries()) {
    const scope = at % 2 === 0 ? 'visits' : 'hits';
    const all = world.rows.filter((row) => row.scope === scope && inPeriod(row, world)).length;
    const found = await check(filter, scope);
    if (found > 0 && found < all) partly += 1;
  }
  // A filter that chooses all or nothing would say little.
  expect(partly).toBeGreaterThan(15);
});

/** Alike in what they look at, as those of large segments are: the store is asked for several of them at once. */
const besideEachOther: fc.Arbitrary<Filter> = fc
  .record({
    kind: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    sets: fc.array(
      fc.record({
        kind: fc.constant('some' as const),
        key: fc.constantFrom('visit' as const, 'visitor' as const),
        item: conditions,
      }),
      { minLength: 3, maxLength: 5 },
    ),
  })
  .map(({ kind, not, sets: some }) => ({
    kind,
    items: some.map((item): Filter => (not ? { kind: 'not', item } : item)),
  }));

it('[M42] [M43] sets beside each other, joined by AND or OR', async () => {
  let partly = 0;
  for (const filter of sampleOf(besideEachOther, 24)) {
    const all = world.rows.filter((row) => row.scope === 'visits' && inPeriod(row, world)).length;
    const found = await check(filter, 'visits');
    if (found > 0 && found < all) partly += 1;
  }
  expect(partly).toBeGreaterThan(5);
});
