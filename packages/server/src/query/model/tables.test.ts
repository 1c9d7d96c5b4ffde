/** Drill-downs and comparisons against the plain model: any question, level by level, and over two periods. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alwaysTried } from '../../kit/test-examples.ts';
import { startTestStat, type TestStat } from '../test-stat.ts';
import { expectedAnswer, type ModelAnswer } from './test-answer.ts';
import { questions, visits } from './test-arbitraries.ts';
import { paramsOf, type ModelQuestion } from './test-question.ts';
import { createStore } from './test-stored.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const asked = fc.array(questions, { minLength: 3, maxLength: 3 });
const sortOf = (question: ModelQuestion, dimensions: readonly string[]): ModelQuestion['sort'] =>
  question.sort.filter(({ name }) => dimensions.includes(name) || question.metrics.includes(name));

it('[M61] every level of a drill-down is the rows of the table within the row that is opened', async () => {
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(visits, asked, fc.nat(), async (rows, list, pick) => {
      const zone = list[0]?.zone ?? 'UTC';
      const { counterId, world } = await store(rows, zone);
      for (const one of list) {
        const question = { ...one, zone, above: null };
        let parent: readonly (string | null)[] = [];
        for (let level = 0; level < question.dimensions.length; level++) {
          const dimensions = question.dimensions.slice(0, level + 1);
          const sort = sortOf(question, dimensions);
          const expected = expectedAnswer({ ...question, dimensions, sort }, world);
          const within = expected.rows.filter(({ ids }) => parent.every((id, at) => ids[at] === id));
          const answer = await stat.drilldown({
            ...paramsOf(question, counterId),
            parent_id: JSON.stringify(parent),
          });
          expect(answer.data).toEqual(
            within.map(({ ids, metrics }) => ({
              dimension: expect.objectContaining({ id: ids[level] }),
              metrics,
              expand: level + 1 < question.dimensions.length,
            })),
          );
          expect(answer.total_rows).toBe(within.length);
          if (level > 0) {
            const before = { ...question, dimensions: question.dimensions.slice(0, level), sort: [] };
            const row = expectedAnswer(before, world).rows.find(
              ({ ids }) => JSON.stringify(ids) === JSON.stringify(parent),
            );
            // Where goals stand below, the totals are of the visits that reached one.
            if (question.dimensions[level] !== 'goal') expect(answer.totals).toEqual(row?.metrics);
            opened += 1;
          }
          const next = within[pick % Math.max(1, within.length)];
          if (next === undefined) break;
          parent = next.ids;
        }
      }
    }),
    { numRuns: 12, examples: alwaysTried(fc.tuple(visits, asked, fc.nat())) },
  );
  expect(opened).toBeGreaterThan(0);
});

it('[M62] a comparison has the rows of both sides, each with the metrics of its own table', async () => {
  await fc.assert(
    fc.asyncProperty(visits, asked, async (rows, list) => {
      const zone = list[0]?.zone ?? 'UTC';
      const { counterId, world } = await store(rows, zone);
      for (const one of list) {
        const a = { ...one, zone, above: null };
        const b = { ...a, from: '2026-03-29', to: '2026-10-24', filter: null };
        const params = paramsOf(a, counterId);
        const { filters = '', date1 = '', date2 = '', ...rest } = params;
        const answer = await stat.comparison({
          ...rest,
          date1_a: date1,
          date2_a: date2,
          filters_a: filters,
          date1_b: b.from,
          date2_b: b.to,
        });
        const [ofA, ofB] = [expectedAnswer(a, world), expectedAnswer(b, world)];
        expect(answer.totals).toEqual({ a: ofA.totals, b: ofB.totals });
        const found = answer.data.map(({ dimensions, metrics }) => [
          JSON.stringify(dimensions.map(({ id }) => id)),
          metrics,
        ]);
        const keys = new Set([...ofA.rows, ...ofB.rows].map(({ ids }) => JSON.stringify(ids)));
        expect(new Set(found.map(([key]) => key))).toEqual(keys);
        expect(answer.total_rows).toBe(keys.size);
        for (const [key, metrics] of found) {
          const of = ({ rows: all }: ModelAnswer) =>
            all.find(({ ids }) => JSON.stringify(ids) === key)?.metrics;
          for (const [side, model] of [
            ['a', ofA],
            ['b', ofB],
          ] as const) {
            const expected = of(model);
            if (expected !== undefined) expect(metrics).toMatchObject({ [side]: expected });
          }
        }
      }
    }),
    { numRuns: 12 },
  );
});
