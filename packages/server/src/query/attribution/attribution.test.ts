/** Attribution by every model against a plain count over lists of visits [M66, M67]. */
import { ATTRIBUTION_MODELS, type AttributionModel } from '@goalpost/contract/reports/attribution';
import type { AttributionResponse } from '@goalpost/contract/reports/attribution';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitRow } from '../../collect/index.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { createStore } from '../model/test-stored.ts';
import { NOW, startTestStat, testContext, type Params, type TestStat } from '../test-stat.ts';
import { from, reaches, seconds, visit } from '../test-visits.ts';
import { askAttribution } from './ask.ts';
import { GOAL, NOTHING, removalEffects, START, type Step } from './removal.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const ask = (params: Params) =>
  askAttribution(
    {
      olap: stat.olap,
      counters: { get: async (id) => stat.counters.find((one) => one.id === id) ?? null },
      goals: { list: async () => stat.goals.filter(({ status }) => status === 'Active') },
      segments: { find: async () => [] },
      clock: { now: () => NOW },
    },
    params,
    testContext(),
  );
async function answered(params: Params): Promise<AttributionResponse> {
  const answer = await ask(params);
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer;
}

const DAY = 86_400;
const START_OF_PERIOD = seconds('2026-06-01T00:00:00Z');
const END_OF_PERIOD = seconds('2026-07-01T00:00:00Z');
const SOURCES = ['ad', 'organic', 'direct', 'internal', 'email', 'social'];

const visits = fc
  .array(
    fc.record({
      visitor_id: fc.constantFrom('1', '2', '3', '18446744073709551615'),
      started_at: fc.integer({ min: START_OF_PERIOD - 40 * DAY, max: END_OF_PERIOD + 3 * DAY }),
      source: fc.constantFrom(...SOURCES),
      browser: fc.constantFrom('Chrome', 'Safari'),
      is_robot: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      goals: fc.array(
        fc.tuple(fc.constantFrom(1, 1, 2, 4), fc.constantFrom(0, 0.29, 10), fc.constantFrom('EUR', 'USD')),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) =>
    list.map(({ source, goals, ...rest }) => visit({ ...rest, ...from(source), ...reaches(...goals) })),
  );

interface ModelAsk {
  readonly goals: readonly number[];
  readonly window: number;
  readonly halfLife: number;
  readonly browser: string | null;
}

const isChosen = (one: VisitRow, { browser }: ModelAsk): boolean =>
  one.started_at >= START_OF_PERIOD &&
  one.started_at < END_OF_PERIOD &&
  (browser === null || one.browser === browser);

const reachedIn = (one: VisitRow, { goals }: ModelAsk): number =>
  one.goal_ids.filter((id) => goals.includes(id)).length;

function revenueIn(one: VisitRow, { goals }: ModelAsk): number {
  return one.goal_ids.reduce((sum, id, at) => {
    const counts = goals.includes(id) && one.goal_currencies[at] === 'EUR';
    return counts ? sum + Math.round((one.goal_prices[at] ?? 0) * 1e6) : sum;
  }, 0);
}

/** Each visitor's visits up to the end of the period, in order. */
function histories(rows: readonly VisitRow[]): VisitRow[][] {
  const there = rows.filter((one) => !one.is_robot && one.started_at < END_OF_PERIOD);
  return [...Map.groupBy(there, ({ visitor_id }) => visitor_id).values()].map((list) =>
    list.toSorted((a, b) => a.started_at - b.started_at || Number(a.visit_id) - Number(b.visit_id)),
  );
}

const within = (list: readonly VisitRow[], window: number): VisitRow[] => {
  const last = list.at(-1)?.started_at ?? 0;
  return list.filter(({ started_at }) => started_at >= last - window * DAY);
};

function walks(rows: readonly VisitRow[], asked: ModelAsk) {
  const paths: VisitRow[][] = [];
  const steps = new Map<string, Step>();
  const walk = (path: readonly VisitRow[], outcome: string): void => {
    const names = [START, ...path.map(({ traffic_source }) => `=${traffic_source}`), outcome];
    for (const [index, to] of names.slice(1).entries()) {
      const key = JSON.stringify([names[index], to]);
      const step = steps.get(key) ?? { from: names[index] ?? '', to, count: 0 };
      steps.set(key, { ...step, count: step.count + 1 });
    }
  };
  for (const list of histories(rows)) {
    if (!list.some(({ started_at }) => started_at >= START_OF_PERIOD)) continue;
    let behind = 0;
    for (const [index, one] of list.entries()) {
      if (!isChosen(one, asked) || reachedIn(one, asked) === 0) continue;
      const path = within(list.slice(0, index + 1), asked.window);
      paths.push(path);
      walk(path, GOAL);
      behind = index + 1;
    }
    const tail = within(list.slice(behind), asked.window);
    if (tail.length > 0) walk(tail, NOTHING);
  }
  return { paths, effects: removalEffects([...steps.values()]) };
}

function weights(
  model: AttributionModel,
  path: readonly VisitRow[],
  { halfLife }: ModelAsk,
  effects: ReadonlyMap<string, number>,
): number[] {
  const last = path.length - 1;
  const lastOf = (test: (one: VisitRow) => boolean): number => path.findLastIndex(test);
  const significant = lastOf(({ traffic_source }) => !['direct', 'internal'].includes(traffic_source));
  const lastSign = significant < 0 ? last : significant;
  const ad = lastOf(({ traffic_source }) => traffic_source === 'ad');
  const only = (place: number): number[] => path.map((_one, index) => Number(index === place));
  switch (model) {
    case 'first':
      return only(0);
    case 'last':
      return only(last);
    case 'lastsign':
      return only(lastSign);
    case 'last_ad':
      return only(ad < 0 ? lastSign : ad);
    case 'linear':
      return path.map(() => 1);
    case 'time_decay':
      return path.map(
        ({ started_at }) => 2 ** ((started_at - (path[last]?.started_at ?? 0)) / (halfLife * DAY)),
      );
    case 'position':
      if (path.length < 3) return path.map(() => 1);
      return path.map((_one, index) => (index === 0 || index === last ? 0.4 : 0.2 / (path.length - 2)));
    case 'data_driven':
      return path.map(({ traffic_source }) => Math.max(1e-9, effects.get(`=${traffic_source}`) ?? 0));
  }
}

describe('[M66, M67] attribution', () => {
  it('is what a plain count says, by every model, and every model has the same goals', async () => {
    await fc.assert(
      fc.asyncProperty(
        visits,
        fc.record({
          one: fc.boolean(),
          window: fc.constantFrom(1, 10, 90),
          halfLife: fc.constantFrom(1, 7),
          browser: fc.option(fc.constant('Chrome'), { nil: null }),
        }),
        async (rows, { one, window, halfLife, browser }) => {
          const { counterId } = await store(rows, 'UTC');
          const asked: ModelAsk = { goals: one ? [1] : [1, 2, 3], window, halfLife, browser };
          const answer = await answered({
            ids: String(counterId),
            date1: '2026-06-01',
            date2: '2026-06-30',
            currency: 'EUR',
            window: String(window),
            half_life: String(halfLife),
            ...(one ? { goal_id: '1' } : {}),
            ...(browser === null ? {} : { filters: `ym:s:browser=='${browser}'` }),
          });
          const { paths, effects } = walks(rows, asked);
          const goals = paths.reduce((sum, path) => sum + reachedIn(path.at(-1) as VisitRow, asked), 0);
          for (const model of ATTRIBUTION_MODELS) {
            const expected = new Map<string, [number, number]>();
            for (const path of paths) {
              const list = weights(model, path, asked, effects);
              const whole = list.reduce((sum, weight) => sum + weight, 0);
              const end = path.at(-1) as VisitRow;
              for (const [index, { traffic_source }] of path.entries()) {
                const part = (list[index] ?? 0) / whole;
                const [count, money] = expected.get(traffic_source) ?? [0, 0];
                expected.set(traffic_source, [
                  count + part * reachedIn(end, asked),
                  money + (part * revenueIn(end, asked)) / 1e6,
                ]);
              }
            }
            expect(answer.data.map(({ dimension }) => dimension.id).toSorted()).toEqual(
              [...expected.keys()].toSorted(),
            );
            for (const { dimension, reaches: found, revenue } of answer.data) {
              const [count, money] = expected.get(String(dimension.id)) ?? [0, 0];
              expect(found[model]).toBeCloseTo(count, 4);
              expect(revenue[model]).toBeCloseTo(money, 4);
            }
            expect(answer.totals.reaches[model]).toBe(goals);
          }
          expect(new Set(Object.values(answer.totals.revenue)).size).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('[M32] names other currencies, and pages cut rows and not totals', async () => {
    const started_at = seconds('2026-06-10T00:00:00Z');
    const rows = [
      visit({ visitor_id: '1', started_at: started_at - DAY, ...from('ad', 'google_ads') }),
      visit({ visitor_id: '1', started_at, ...from('email'), ...reaches([1, 3, 'EUR'], [1, 4, 'USD']) }),
    ];
    const { counterId } = await store(rows, 'UTC');
    const params = { ids: String(counterId), date1: '2026-06-10', date2: '2026-06-10', currency: 'EUR' };
    const answer = await answered({ ...params, models: 'linear,last', limit: '1' });
    expect(answer).toMatchObject({
      data: [
        {
          dimension: { id: 'ad', name: 'Ad traffic' },
          reaches: { linear: 1, last: 0 },
          revenue: { linear: 1.5, last: 0 },
        },
      ],
      total_rows: 2,
      totals: { reaches: { linear: 2, last: 2 }, revenue: { linear: 3, last: 3 } },
      other_revenue: [{ currency: 'USD', revenue: 4 }],
    });
    const bySystem = await answered({
      ...params,
      dimensions: 'ym:s:lastsignSourceEngine',
      models: 'last_ad',
      ad_system: 'bing_ads',
    });
    expect(bySystem.data.map(({ dimension, reaches: r }) => [dimension.id, r.last_ad])).toEqual([
      [null, 2],
      ['google_ads', 0],
    ]);
  });

  it.each([
    [{ models: 'best' }, 'models'],
    [{ window: '0' }, 'window'],
    [{ window: '36500' }, 'window'],
    [{ half_life: '-1' }, 'half_life'],
    [{ limit: '100000' }, 'limit'],
    [{ dimensions: 'ym:s:goal' }, 'dimensions'],
    [{ dimensions: 'ym:pv:title' }, 'dimensions.0'],
    [{ dimensions: 'ym:s:browser,ym:s:date' }, 'dimensions'],
    [{ dimensions: 'ym:s:nothing' }, 'dimensions.0'],
    [{ goal_id: '999' }, 'goal_id'],
    [{ filters: 'ym:s:visits>1' }, 'filters'],
    [{ filters: 'ym:s:visits' }, 'filters'],
    [{ ad_system: 'x'.repeat(201) }, 'ad_system'],
  ])('%o is refused', async (params: Params, location) => {
    stat.counters = [...stat.counters];
    const refusal = await ask({ ids: String(stat.counters[0]?.id), ...params });
    expect(isProblem(refusal) && problemBody(refusal).errors[0]?.location).toBe(location);
  });
});
