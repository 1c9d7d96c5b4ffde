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
  });

  it('[M12] only the first of several dimensions leaves visits out; a further one is null', async () => {
    const summary = await stat.data({ ids: '31', preset: 'sources_summary', lang: 'ru' });
    expect(summary.data.map(({ dimensions }) => dimensions)).toEqual([
      [
        { id: 'ad', name: 'Переходы по рекламе' },
        { id: null, name: null },
      ],
      [
        { id: 'direct', name: 'Прямые заходы' },
        { id: null, name: null },
      ],
    ]);
    expect(summary.totals[0]).toBe(2);
  });
});

describe('pages', () => {
  it('[M16] levels of a path are its first parts, with a slash where it goes on', async () => {
    stat.counters = [counter({ id: 51 })];
    await stat.add(...['/', '/a', '/a/', '/a/b'].map((start_path) => visit({ counter_id: 51, start_path })));
    const ask = { ids: '51', metrics: 'ym:s:visits', sort: 'ym:s:startURLPathLevel1' };
    const rows = await stat.data({
      ...ask,
      dimensions: 'ym:s:startURLPathLevel1,ym:s:startURLPathLevel2',
      include_undefined: 'true',
    });
    expect(
      rows.data.map(({ dimensions, metrics }) => [...dimensions.map(({ id }) => id), ...metrics]),
    ).toEqual([
      ['/', null, 1],
      ['/a', null, 1],
      ['/a/', '/a/b', 1],
      ['/a/', null, 1],
    ]);
  });
});

describe('several counters', () => {
  it('[M18] days and revenue are in the words of the first one', async () => {
    stat.counters = [
      counter({ id: 52, timeZone: 'Asia/Tokyo', currency: 'EUR' }),
      counter({ id: 53, timeZone: 'UTC', currency: 'USD' }),
    ];
    stat.goals = [goal(1, { counterId: 52 })];
    const started_at = seconds('2026-03-04T16:00:00Z');
    await stat.add(
      visit({ counter_id: 52, started_at, ...reaches([1, 5, 'EUR']) }),
      visit({ counter_id: 53, started_at }),
    );
    const period = { date1: '2026-03-01', date2: '2026-03-09', dimensions: 'ym:s:date' };
    const ask = async (ids: string) => {
      const { data } = await stat.data({ ...period, ids, metrics: 'ym:s:visits,ym:s:goal1revenue' });
      return data.map(({ dimensions, metrics }) => [dimensions[0]?.id, ...metrics]);
    };
    expect(await ask('52,53')).toEqual([['2026-03-05', 2, 5]]);
    expect(await ask('53,52')).toEqual([['2026-03-04', 2, 0]]);
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
