/**
 * The real engine answers exactly as lists of visits in memory say.
 * Asked are every metric by every dimension, and random questions over random visits.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS, METRICS } from '../registry.ts';
import { ofRows } from '../scopes/test-scopes.ts';
import { counter, goal, startTestStat, type TestStat } from '../test-stat.ts';
import { expectedAnswer, type ModelWorld } from './test-answer.ts';
import { dimensionNames, metricNames, questions, visits } from './test-arbitraries.ts';
import { MODEL_DIMENSIONS } from './test-dimensions.ts';
import { MODEL_METRICS } from './test-metrics.ts';
import { createStore } from './test-stored.ts';
import { paramsOf, type ModelQuestion } from './test-question.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

/** Of one request. */
const MAX_METRICS = 20;

async function check(question: ModelQuestion, counterId: number, world: ModelWorld): Promise<void> {
  const answer = await stat.data(paramsOf(question, counterId));
  const expected = expectedAnswer(question, world);
  expect({
    rows: answer.data.map(({ dimensions, metrics }) => ({ ids: dimensions.map(({ id }) => id), metrics })),
    totals: answer.totals,
    min: answer.min,
    max: answer.max,
    others: answer.other_revenue?.map(
      (list) => list && Object.fromEntries(list.map(({ currency, revenue }) => [currency, revenue])),
    ),
  }).toEqual(expected);
  expect(answer.total_rows).toBe(expected.rows.length);
}

it('the model says every metric and every dimension once more', () => {
  expect(Object.keys(MODEL_METRICS).toSorted()).toEqual(
    ofRows('visits', METRICS)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect([...Object.keys(MODEL_DIMENSIONS), 'goal'].toSorted()).toEqual(
    ofRows('visits', DIMENSIONS)
      .map(({ id }) => id)
      .toSorted(),
  );
});

describe('[M45] [M46] [M47] every metric by', () => {
  const zone = 'Europe/Berlin';
  const rows = fc.sample(visits, 4).flat();
  let stored: Awaited<ReturnType<typeof store>>;
  beforeAll(async () => {
    stored = await store(rows, zone);
  });
  const parts = Array.from({ length: Math.ceil(metricNames.length / MAX_METRICS) }, (_part, at) =>
    metricNames.slice(at * MAX_METRICS, (at + 1) * MAX_METRICS),
  );
  // Each dimension by some of the metrics, each metric by some of the dimensions; any by any are asked below.
  it.each(dimensionNames.map((name, at) => [name, at] as const))('%s', async (dimension, at) => {
    // The goals of another test's counter must not stand in.
    stat.counters = [counter({ id: stored.counterId, timeZone: zone })];
    stat.goals = [1, 2, 3].map((id) => goal(id, { counterId: stored.counterId, favorite: id !== 3 }));
    for (const metrics of [parts[at % parts.length] ?? []]) {
      const question: ModelQuestion = {
        zone,
        from: '2026-03-01',
        to: '2026-12-31',
        metrics,
        dimensions: [dimension],
        filter: null,
        above: null,
        sort: [],
        includeUndefined: true,
      };
      await check(question, stored.counterId, stored.world);
    }
  });
});

it('[M1]–[M11] any question over any visits', async () => {
  await fc.assert(
    fc.asyncProperty(visits, fc.array(questions, { minLength: 3, maxLength: 3 }), async (rows, asked) => {
      const zone = asked[0]?.zone ?? 'UTC';
      const { counterId, world } = await store(rows, zone);
      for (const question of asked) await check({ ...question, zone }, counterId, world);
    }),
    { numRuns: 15 },
  );
});
