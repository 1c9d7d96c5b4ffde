/** Goals shared out in reports: the shares of `/api/v1/attribution`, in tables, charts and drill-downs [M68]. */
import type { DataResponse } from '@goalpost/contract/reports';
import { SHARING_MODELS } from '@goalpost/contract/reports/attribution';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { alwaysTried } from '../../kit/test-examples.ts';
import { createStore } from '../model/test-stored.ts';
import { NOW, startTestStat, testContext, type Params, type TestStat } from '../test-stat.ts';
import { from, reaches, seconds, visit } from '../test-visits.ts';
import { askAttribution } from './ask.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const MARCH = seconds('2026-03-01T00:00:00Z');
const DAY = 86_400;

const visits = fc
  .array(
    fc.record({
      visitor_id: fc.constantFrom('1', '2', '3'),
      started_at: fc.integer({ min: MARCH - 20 * DAY, max: MARCH + 33 * DAY }),
      source: fc.constantFrom('ad', 'organic', 'direct', 'email'),
      browser: fc.constantFrom('Chrome', 'Safari', ''),
      goals: fc.array(
        fc.tuple(fc.constantFrom(1, 1, 2, 4), fc.constantFrom(0, 0.29, 10), fc.constantFrom('EUR', 'USD')),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((list) =>
    list.map(({ source, goals, ...rest }) => visit({ ...rest, ...from(source), ...reaches(...goals) })),
  );

const METRICS = 'ym:s:goal1reaches,ym:s:goal1revenue,ym:s:sumGoalReachesAny,ym:s:goal1convertedUSDRevenue';
const SOURCE = 'ym:s:trafficSource';

const sumOf = (rows: readonly (readonly (number | null)[])[], index: number): number =>
  rows.reduce((sum, row) => sum + Math.round((row[index] ?? 0) * 1e6), 0) / 1e6;

async function attributed(ids: string, goal: string, model: string, currency: string) {
  const answer = await askAttribution(
    {
      olap: stat.olap,
      counters: { get: async (id) => stat.counters.find((one) => one.id === id) ?? null },
      goals: { list: async () => stat.goals.filter(({ status }) => status === 'Active') },
      segments: { find: async () => [] },
      clock: { now: () => NOW },
    },
    { ids, goal_id: goal, models: model, currency, date1: '2026-03-01', date2: '2026-03-31' },
    testContext(),
  );
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer.data.map(({ dimension, reaches: shares, revenue }) => ({
    id: dimension.id,
    reaches: Object.values(shares)[0],
    revenue: Object.values(revenue)[0],
  }));
}

type Metrics = readonly (number | null)[];

async function holdsInCharts(
  params: Params,
  shares: ReadonlyMap<string | number | null | undefined, Metrics>,
) {
  const chart = await stat.bytime({ ...params, group: 'week', top_keys: '30' });
  for (const { dimensions, metrics } of chart.data) {
    const own = shares.get(dimensions[0]?.id);
    for (const [index, series] of metrics.entries()) {
      const values = series.map((value) => [value]);
      expect(sumOf(values, 0)).toBeCloseTo(own?.[index] ?? 0, 5);
    }
  }
  const { attribution: _none, ...plain } = params;
  const weeks = await stat.bytime({ ...plain, dimensions: '', group: 'week' });
  expect(chart.totals).toEqual(weeks.totals);
}

/** Rows add up to the row that opens into them. */
async function holdsLevelByLevel(params: Params, table: DataResponse) {
  const levels = { ...params, dimensions: `${SOURCE},ym:s:browser` };
  const first = await stat.drilldown(levels);
  expect(first.data.map(({ dimension, metrics }) => [dimension.id, metrics])).toEqual(
    table.data.map((row) => [row.dimensions[0]?.id, row.metrics]),
  );
  for (const { dimension, metrics } of first.data) {
    const inner = await stat.drilldown({ ...levels, parent_id: JSON.stringify([dimension.id]) });
    const rows = inner.data.map((row) => row.metrics);
    for (const index of [0, 1, 2, 3]) {
      expect(sumOf(rows, index)).toBeCloseTo(metrics[index] ?? 0, 5);
      expect(inner.totals[index]).toBeCloseTo(metrics[index] ?? 0, 5);
    }
  }
}

const models = fc.constantFrom(...SHARING_MODELS);

describe('[M68] reports that share goals out', () => {
  it('show the shares of attribution, and always the same goals', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(visits, models, async (rows, attribution) => {
        const { counterId } = await store(rows, 'UTC');
        const ids = String(counterId);
        const params = { ids, metrics: METRICS, dimensions: SOURCE };
        const plain = await stat.data({ ...params, dimensions: '' });
        const table = await stat.data({ ...params, attribution });
        expect(table.totals).toEqual(plain.totals);
        expect(table.query['attribution']).toBe(attribution);
        const numbers = table.data.map((row) => row.metrics);
        for (const index of [0, 1, 2, 3])
          expect(sumOf(numbers, index)).toBeCloseTo(plain.totals[index] ?? 0, 5);
        const euros = await attributed(ids, '1', attribution, 'EUR');
        const shares = new Map(table.data.map((row) => [row.dimensions[0]?.id, row.metrics]));
        for (const { id, reaches: share, revenue } of euros) {
          expect(shares.get(id)?.[0] ?? 0).toBe(share);
          expect(shares.get(id)?.[1] ?? 0).toBe(revenue);
        }
        found = Math.max(found, table.data.length);
        await holdsInCharts({ ...params, attribution }, shares);
        await holdsLevelByLevel({ ...params, attribution }, table);
      }),
      { numRuns: 15, examples: alwaysTried(fc.tuple(visits, models)) },
    );
    expect(found).toBeGreaterThan(1);
  });

  it('are sorted, cut into pages, and show what has no value where that is asked for', async () => {
    const goal = reaches([1, 10, 'EUR']);
    const { counterId } = await store(
      [
        visit({ visitor_id: '1', started_at: MARCH + 1, ...from('ad', '', { utm_source: 'a' }) }),
        visit({ visitor_id: '1', started_at: MARCH + 2, ...from('email', '', { utm_source: 'b' }) }),
        visit({ visitor_id: '1', started_at: MARCH + 3, ...from('direct'), ...goal }),
      ],
      'UTC',
    );
    const params = {
      ids: String(counterId),
      metrics: METRICS,
      attribution: 'linear',
      dimensions: 'ym:s:UTMSource',
    };
    const page = await stat.data({ ...params, sort: 'ym:s:UTMSource', limit: '1', offset: '2' });
    expect(page.data).toEqual([
      { dimensions: [{ id: 'b', name: 'b' }], metrics: [0.333333, 3.333333, 0.333333, 0] },
    ]);
    expect([page.total_rows, page.totals]).toEqual([2, [1, 10, 1, 0]]);
    const all = await stat.data({ ...params, include_undefined: 'true' });
    expect(all.data.map((row) => row.dimensions[0]?.id)).toEqual([null, 'a', 'b']);
    expect(await stat.csv('/stat/v1/data.csv', params)).toContain('0.333333');
  });
});

describe('[M68] what cannot be shared out is refused', () => {
  const good = { metrics: 'ym:s:sumGoalReachesAny', dimensions: SOURCE, attribution: 'linear' };
  it.each([
    [{ metrics: 'ym:s:visits' }, 'metrics.0', undefined],
    [{ metrics: 'ym:s:sumGoalReachesAny,ym:s:goal1conversionRate' }, 'metrics.1', undefined],
    [{ metrics: 'ym:s:favoriteGoalsUsers' }, 'metrics.0', undefined],
    [{ dimensions: 'ym:s:goal' }, 'dimensions.0', undefined],
    [{ dimensions: 'ym:s:paramsLevel1' }, 'dimensions.0', undefined],
    [{ metrics: 'ym:pv:pageviews', dimensions: '' }, 'metrics.0', undefined],
    [{ filters: 'ym:s:sumGoalReachesAny>1' }, 'filters', undefined],
    [{ attribution: 'last_ad' }, 'attribution', undefined],
    [{ attribution: 'shapley' }, 'attribution', undefined],
    [{}, 'attribution', '/stat/v1/data/comparison'],
  ])('%j', async (params, location, url) => {
    await store([visit()], 'UTC');
    const { errors } = await stat.refusal(
      { ids: String(stat.counters[0]?.id), ...good, ...params },
      ...(url === undefined ? [] : [url]),
    );
    expect(errors[0]?.location).toBe(location);
  });
});
