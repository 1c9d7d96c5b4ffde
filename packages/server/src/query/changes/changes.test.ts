/** Contributions to a change: by random rows, and over a store. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem, problemBody } from '../../kit/problem.ts';
import {
  counter,
  FOREIGN_COUNTER,
  startTestStat,
  testContext,
  type Params,
  type TestStat,
} from '../test-stat.ts';
import { seconds, visit } from '../test-visits.ts';
import { askChanges } from './ask.ts';
import { contributions, isClear } from './contributions.ts';

describe('[M118] contributions', () => {
  const sides = { a: fc.integer({ min: 0, max: 500 }), b: fc.integer({ min: 0, max: 500 }) };
  const row = fc.record({ value: fc.record({ name: fc.string() }), ...sides });

  it('add up to the whole change, together with the rest', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.record(sides),
        fc.integer({ min: 1, max: 40 }),
        (rows, total, limit) => {
          const told = contributions({ counts: true, total, rows, limit });
          const sum = told.rows.reduce((all, { change }) => all + change, 0);
          expect(sum + told.rest).toBe(total.a - total.b);
          expect(told.rows.length).toBeLessThanOrEqual(limit);
          expect(told.rows.every(({ change }) => change !== 0)).toBe(true);
          const sizes = told.rows.map(({ change }) => Math.abs(change));
          expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
        },
      ),
    );
  });

  it('leaves no dust of money', () => {
    const rows = [{ value: { name: 'x' }, a: 0.1 + 0.2, b: 0 }];
    expect(contributions({ counts: false, total: { a: 0.3, b: 0 }, rows, limit: 5 }).rest).toBe(0);
  });

  it.each([
    [{ a: 3, b: 0 }, false],
    [{ a: 19, b: 0 }, false],
    [{ a: 20, b: 0 }, true],
    [{ a: 105, b: 95 }, false],
    [{ a: 140, b: 100 }, true],
    [{ a: 10_100, b: 9_900 }, false],
  ])('%j is clear: %s', (both, clear) => expect(isClear(both)).toBe(clear));
});

describe('/api/v1/changes', () => {
  let stat: TestStat;
  beforeAll(async () => {
    stat = await startTestStat();
    const visits = (count: number, day: string, source: string) =>
      Array.from({ length: count }, (_none, index) =>
        visit({
          started_at: seconds(`${day}T12:00:00Z`),
          visitor_id: String(index + 1),
          significant_traffic_source: source,
        }),
      );
    await stat.add(
      ...visits(40, '2026-03-10', 'organic'),
      ...visits(10, '2026-03-10', 'direct'),
      ...visits(10, '2026-03-03', 'organic'),
      ...visits(12, '2026-03-03', 'direct'),
    );
  });
  afterAll(() => stat.close());
  const ask = (params: Params) =>
    askChanges(
      {
        olap: stat.olap,
        counters: { get: async (id: number) => (id === 1 ? counter() : null) },
        goals: { list: async () => [] },
        segments: { find: async () => [] },
        clock: { now: () => Date.parse('2026-03-12T09:00:00Z') },
      },
      { ids: '1', ...params },
      testContext(),
    );

  it('tells the last seven full days against the seven before, by usual dimensions', async () => {
    const answer = await ask({});
    if (isProblem(answer)) throw new Error(problemBody(answer).message);
    expect(answer.query).toMatchObject({ date1_a: '2026-03-05', date2_b: '2026-03-04' });
    expect(answer.total).toEqual({ a: 50, b: 22, change: 28, clear: true });
    expect(answer.dimensions[0]?.rows.map(({ value, change }) => [value.id, change])).toEqual([
      ['organic', 30],
      ['direct', -2],
    ]);
    for (const { rows, rest } of answer.dimensions) {
      expect(rows.reduce((sum, { change }) => sum + change, rest)).toBe(28);
    }
  });

  it.each([
    [{ metric: 'ym:s:bounceRate' }, 'metric'],
    [{ metric: 'ym:s:visits,ym:s:users' }, 'metric'],
    [{ metric: 'ym:s:nothing' }, 'metric'],
    [{ limit: '0' }, 'limit'],
    [{ limit: 'x' }, 'limit'],
    [{ dimensions: Array.from({ length: 9 }, (_none, k) => `ym:s:x${k}`).join() }, 'dimensions'],
    [{ dimensions: 'ym:s:nothing' }, 'dimensions.0'],
    [{ ids: String(FOREIGN_COUNTER) }, 'ids'],
  ])('%j is refused at %s', async (params, location) => {
    const answer = await ask(params as Params);
    if (!isProblem(answer)) throw new Error('not refused');
    expect(problemBody(answer).errors[0]?.location).toBe(location);
  });
});
