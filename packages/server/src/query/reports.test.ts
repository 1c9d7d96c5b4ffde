/** Visits in, whole answers out: the rules of docs/spec/metrics.md on the real engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from './test-stat.ts';
import { from, reaches, seconds, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

const names = (answer: { data: { dimensions: { name: string | null }[] }[] }): (string | null)[] =>
  answer.data.map((row) => row.dimensions[0]?.name ?? null);

describe('a report without dimensions', () => {
  it('[M1] [M2] has one row, which is its totals', async () => {
    stat.counters = [counter({ id: 10 })];
    await stat.add(
      visit({ counter_id: 10, visitor_id: '1', page_views: 3, duration: 100 }),
      visit({
        counter_id: 10,
        visitor_id: '1',
        page_views: 1,
        duration: 0,
        is_bounce: true,
        visit_number: 2,
      }),
      visit({ counter_id: 10, visitor_id: '2', page_views: 2, duration: 20 }),
      visit({ counter_id: 10, visitor_id: '3', page_views: 2, duration: 40, visit_number: 5 }),
    );
    const answer = await stat.data({
      ids: '10',
      metrics:
        'ym:s:visits,ym:s:users,ym:s:pageviews,ym:s:newUsers,ym:s:percentNewVisitors,ym:s:bounceRate,ym:s:pageDepth,ym:s:avgVisitDurationSeconds,ym:s:visitsPerDay',
    });
    const numbers = [4, 3, 8, 2, 200 / 3, 25, 2, 40, 4 / 31];
    expect(answer).toMatchObject({
      data: [{ dimensions: [], metrics: numbers }],
      totals: numbers,
      min: numbers,
      max: numbers,
      total_rows: 1,
      sampled: false,
      sample_share: 1,
      sample_size: 4,
    });
  });

  it('[M7] rates of nothing are null, sums of nothing are 0', async () => {
    const answer = await stat.data({
      ids: '10',
      date1: '2020-01-01',
      date2: '2020-01-02',
      metrics:
        'ym:s:visits,ym:s:users,ym:s:bounceRate,ym:s:pageDepth,ym:s:anyGoalConversionRate,ym:s:sumGoalReachesAny',
    });
    expect(answer.totals).toEqual([0, 0, null, null, null, 0]);
  });
});

describe('goals', () => {
  beforeAll(async () => {
    stat.counters = [counter({ id: 20 })];
    stat.goals = [1, 2, 3, 4].map((id) => goal(id, { counterId: 20, favorite: id === 2 }));
    await stat.add(
      visit({
        counter_id: 20,
        visitor_id: '1',
        page_views: 3,
        ...reaches(1, 1, 2),
        ...from('organic', 'google'),
      }),
      visit({
        counter_id: 20,
        visitor_id: '1',
        page_views: 1,
        ...reaches([1, 10, 'EUR']),
        ...from('ad', 'google_ads'),
      }),
      visit({ counter_id: 20, visitor_id: '2', page_views: 2, ...from('organic', 'google') }),
      visit({
        counter_id: 20,
        visitor_id: '3',
        page_views: 2,
        ...reaches(3, [1, 0.1, 'EUR'], [1, 5, 'USD']),
      }),
    );
  });

  it('[M6] a visit that reached two goals stands in two rows, and once in the totals', async () => {
    const answer = await stat.data({ ids: '20', preset: 'conversion' });
    expect(answer.data).toEqual([
      { dimensions: [{ id: '1', name: 'Goal 1' }], metrics: [3, 2, 6, 5, 75] },
      { dimensions: [{ id: '2', name: 'Goal 2' }], metrics: [1, 1, 3, 1, 25] },
      { dimensions: [{ id: '3', name: 'Goal 3' }], metrics: [1, 1, 2, 1, 25] },
    ]);
    expect(answer).toMatchObject({
      totals: [3, 2, 6, 7, 75],
      total_rows: 3,
      min: [1, 1, 2, 1, 25],
      max: [3, 2, 6, 5, 75],
    });
  });

  it('[M6] beside another dimension, the rate is of all visits that share it', async () => {
    const answer = await stat.data({
      ids: '20',
      dimensions: 'ym:s:goal,ym:s:lastTrafficSource',
      metrics: 'ym:s:visits,ym:s:anyGoalConversionRate',
      sort: 'ym:s:goal,ym:s:lastTrafficSource',
    });
    expect(
      answer.data.map(({ dimensions, metrics }) => [...dimensions.map(({ id }) => id), ...metrics]),
    ).toEqual([
      ['1', 'ad', 1, 100],
      ['1', 'direct', 1, 100],
      ['1', 'organic', 1, 50],
      ['2', 'organic', 1, 50],
      ['3', 'direct', 1, 100],
    ]);
    expect(answer.totals).toEqual([3, 75]);
  });

  it('[M3] [M4] [M5] numbers of one goal, of favourites, of all', async () => {
    const answer = await stat.data({
      ids: '20',
      metrics: [
        'goal1reaches',
        'goal1visits',
        'goal1users',
        'goal1conversionRate',
        'goal1userConversionRate',
        'goal1reachesPerUser',
        'goal1revenue',
        'goal1convertedEURRevenue',
        'sumGoalReachesAny',
        'anyGoalConversionRate',
        'favoriteGoalsReaches',
        'favoriteGoalsConversionRate',
        'goal4reaches',
        'goal4reachesPerUser',
      ]
        .map((name) => `ym:s:${name}`)
        .join(),
    });
    expect(answer.totals).toEqual([5, 3, 2, 75, 200 / 3, 2.5, 10.1, 10.1, 7, 75, 1, 25, 0, null]);
  });

  it('[G16] a deleted goal is hidden from rows, totals, filters and names', async () => {
    stat.goals = stat.goals.map((one) => (one.id === 1 ? { ...one, status: 'Deleted' } : one));
    const conversion = await stat.data({ ids: '20', preset: 'conversion' });
    expect(conversion.data.map(({ dimensions, metrics }) => [dimensions[0]?.name, ...metrics])).toEqual([
      ['Goal 2', 1, 1, 3, 1, 25],
      ['Goal 3', 1, 1, 2, 1, 25],
    ]);
    expect(conversion.totals).toEqual([2, 2, 5, 2, 50]);
    const metrics = 'ym:s:visits,ym:s:sumGoalReachesAny';
    expect((await stat.data({ ids: '20', metrics, filters: "ym:s:goal=='1'" })).totals).toEqual([0, 0]);
    expect((await stat.data({ ids: '20', metrics, filters: 'ym:s:goal!=1' })).totals).toEqual([4, 2]);
    expect(await stat.refusal({ ids: '20', metrics: 'ym:s:visits,ym:s:goal1reaches' })).toEqual({
      code: 400,
      message: 'metrics, item 2: ym:s:goal1reaches: there is no goal 1',
      errors: [
        {
          error_type: 'invalid_parameter',
          message: 'metrics, item 2: ym:s:goal1reaches: there is no goal 1',
          location: 'metrics.1',
        },
      ],
    });
    stat.goals = stat.goals.map((one) => ({ ...one, status: 'Active' }));
  });

  it('[M10] a goal in a filter chooses visits that reached it', async () => {
    const metrics = 'ym:s:visits';
    for (const [filters, visits] of [
      ["ym:s:goal=='1'", 3],
      ["ym:s:goal!='1'", 1],
      ["ym:s:goal=.('2','3')", 2],
      ["ym:s:goal1IsReached=='Yes'", 3],
      ["ym:s:goal1IsReached=='No' OR ym:s:goal2IsReached=='Yes'", 2],
      ['ym:s:goal==null', 1],
    ] as const) {
      expect([filters, (await stat.data({ ids: '20', metrics, filters })).totals]).toEqual([
        filters,
        [visits],
      ]);
    }
  });

  it('[M6] no reaches at all: no rows, and a rate of 0 of the visits there are', async () => {
    const answer = await stat.data({ ids: '20', preset: 'conversion', filters: 'ym:s:goal==null' });
    expect(answer).toMatchObject({ data: [], totals: [0, 0, 0, 0, 0], total_rows: 0 });
  });

  it('totals of a chosen row set follow conditions on metrics [M8]', async () => {
    const answer = await stat.data({ ids: '20', preset: 'conversion', filters: 'ym:s:sumGoalReachesAny<5' });
    expect(names(answer)).toEqual(['Goal 2', 'Goal 3']);
    expect(answer.totals.slice(0, 3)).toEqual([2, 2, 5]);
  });
});

describe('sources', () => {
  it('[M9] [V15] are read by attribution', async () => {
    stat.counters = [counter({ id: 30 })];
    await stat.add(
      visit({
        counter_id: 30,
        traffic_source: 'direct',
        significant_traffic_source: 'organic',
        significant_source_engine: 'google',
        first_traffic_source: 'ad',
        first_source_engine: 'google_ads',
      }),
    );
    const ids = async (params: Record<string, string>) =>
      (await stat.data({ ids: '30', metrics: 'ym:s:visits', ...params })).data[0]?.dimensions.map(
        ({ id }) => id,
      );
    const dimensions = 'ym:s:<attribution>TrafficSource,ym:s:<attribution>SourceEngine';
    expect(await ids({ dimensions })).toEqual(['organic', 'google']);
    expect(await ids({ dimensions, attribution: 'last' })).toEqual(['direct', null]);
    expect(await ids({ dimensions, attribution: 'cross_device_first' })).toEqual(['ad', 'google_ads']);
    expect(
      await ids({ dimensions: 'ym:s:firstTrafficSource,ym:s:trafficSource', attribution: 'last' }),
    ).toEqual(['ad', 'direct']);
    expect(await ids({ dimensions: 'ym:s:lastSignSearchEngine' })).toEqual(['google']);
  });

  it('[M8] a visit whose first dimension has no value is left out, also of the totals, unless asked for', async () => {
    stat.counters = [counter({ id: 31 })];
    await stat.add(
      visit({ counter_id: 31, ...from('ad', '', { utm_source: 'news' }) }),
      visit({ counter_id: 31, ...from('direct') }),
    );
    const ask = { ids: '31', dimensions: 'ym:s:UTMSource', metrics: 'ym:s:visits' };
    expect(await stat.data(ask)).toMatchObject({
      data: [{ dimensions: [{ id: 'news', name: 'news' }], metrics: [1] }],
      totals: [1],
      total_rows: 1,
    });
    expect(await stat.data({ ...ask, include_undefined: 'true' })).toMatchObject({
      data: [
        { dimensions: [{ id: 'news', name: 'news' }], metrics: [1] },
        { dimensions: [{ id: null, name: null }], metrics: [1] },
      ],
      totals: [2],
      total_rows: 2,
    });
    const summary = await stat.data({ ids: '31', preset: 'sources_summary', lang: 'ru' });
    expect(names(summary)).toEqual(['Переходы по рекламе', 'Прямые заходы']);
  });
});

describe('the period', () => {
  it('[V11] days are those of the time zone, also for visits at its edges', async () => {
    stat.counters = [counter({ id: 40, timeZone: 'Asia/Tokyo' })];
    await stat.add(
      visit({ counter_id: 40, started_at: seconds('2026-03-04T15:00:00Z') }),
      visit({ counter_id: 40, started_at: seconds('2026-03-04T14:59:59Z') }),
      visit({ counter_id: 40, started_at: seconds('2026-03-05T14:59:59Z'), opened_on: '2026-03-06' }),
      visit({ counter_id: 40, started_at: seconds('2026-03-05T15:00:00Z') }),
    );
    const ask = { ids: '40', dimensions: 'ym:s:date', metrics: 'ym:s:visits', sort: 'ym:s:date' };
    const days = async (params: Record<string, string>) =>
      (await stat.data({ ...ask, ...params })).data.map((row) => [row.dimensions[0]?.name, row.metrics[0]]);
    expect(await days({})).toEqual([
      ['2026-03-04', 1],
      ['2026-03-05', 2],
      ['2026-03-06', 1],
    ]);
    expect(await days({ date1: '2026-03-05', date2: '2026-03-05' })).toEqual([['2026-03-05', 2]]);
    expect(await days({ timezone: '+00:00' })).toEqual([
      ['2026-03-04', 2],
      ['2026-03-05', 2],
    ]);
    expect(await days({ timezone: '-03:30', date1: '2026-03-04', date2: '2026-03-04' })).toEqual([
      ['2026-03-04', 2],
    ]);
  });

  it('[V13] leaves robots out unless they are named', async () => {
    stat.counters = [counter({ id: 41 })];
    await stat.add(visit({ counter_id: 41 }), visit({ counter_id: 41, is_robot: true }));
    const visits = async (more: Record<string, string>) =>
      (await stat.data({ ids: '41', metrics: 'ym:s:visits', ...more })).totals[0];
    expect(await visits({})).toBe(1);
    expect(await visits({ filters: "ym:s:isRobot=='Yes'" })).toBe(1);
    expect(await visits({ filters: "ym:s:isRobot=='Yes' OR ym:s:isRobot=='No'" })).toBe(2);
    expect(await visits({ dimensions: 'ym:s:isRobot' })).toBe(2);
  });

  it('counts a visit once, by its latest version', async () => {
    stat.counters = [counter({ id: 42 })];
    const one = visit({ counter_id: 42, browser: 'Safari' });
    await stat.add(one);
    await stat.add({ ...one, version: 3, page_views: 7, browser: 'Chrome' });
    await stat.add({ ...one, version: 2, page_views: 4 });
    const answer = await stat.data({
      ids: '42',
      dimensions: 'ym:s:browser',
      metrics: 'ym:s:visits,ym:s:pageviews',
    });
    expect(answer.data).toEqual([{ dimensions: [{ id: 'Chrome', name: 'Chrome' }], metrics: [1, 7] }]);
  });
});

describe('pages of rows', () => {
  it('[M11] do not overlap, and totals are of the whole result', async () => {
    stat.counters = [counter({ id: 50 })];
    const rows = Array.from({ length: 25 }, (_item, index) =>
      visit({ counter_id: 50, start_path: `/${String.fromCharCode(97 + (index % 10))}` }),
    );
    await stat.add(...rows);
    const ask = { ids: '50', dimensions: 'ym:s:startURLPath', metrics: 'ym:s:visits', limit: '4' };
    const pages = await Promise.all(['1', '5', '9', '13'].map((offset) => stat.data({ ...ask, offset })));
    expect(pages.flatMap(names)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/h', '/i', '/j']);
    for (const page of pages) {
      expect(page).toMatchObject({ totals: [25], min: [2], max: [3], total_rows: 10 });
    }
  });
});
