/** Charts: every interval of the period, in the time zone of the counter, on the real engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from './test-stat.ts';
import { from, reaches, seconds, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

const at = (time: string) => ({ started_at: seconds(time) });

it('[W72] has no pages', async () => {
  stat.counters = [counter({ id: 9 })];
  const question = { ids: '9', metrics: 'ym:s:visits' };
  expect(await stat.bytime({ ...question, offset: '1' })).toMatchObject({ total_rows: 1 });
  await expect(stat.bytime({ ...question, offset: '2' })).rejects.toThrow('offset: a chart has no pages');
});

describe('intervals', () => {
  it('[M7] [M13] [M17] [V11] days without visits are there, with 0 or null', async () => {
    stat.counters = [counter({ id: 10, timeZone: 'Europe/Berlin' })];
    await stat.add(
      visit({ counter_id: 10, visitor_id: '1', page_views: 2, ...at('2026-03-01T23:30:00Z') }),
      visit({ counter_id: 10, visitor_id: '1', page_views: 3, ...at('2026-03-02T10:00:00Z') }),
      visit({ counter_id: 10, visitor_id: '2', page_views: 4, ...at('2026-03-04T10:00:00Z') }),
    );
    const answer = await stat.bytime({
      ids: '10',
      metrics: 'ym:s:visits,ym:s:users,ym:s:pageDepth,ym:s:visitsPerDay',
      group: 'day',
      date1: '2026-03-01',
      date2: '2026-03-04',
    });
    const series = [
      [0, 2, 0, 1],
      [0, 1, 0, 1],
      [null, 2.5, null, 4],
      [0, 2, 0, 1],
    ];
    expect(answer).toMatchObject({
      data: [{ dimensions: [], metrics: series }],
      totals: series,
      total_rows: 1,
      time_intervals: [
        ['2026-03-01', '2026-03-01'],
        ['2026-03-02', '2026-03-02'],
        ['2026-03-03', '2026-03-03'],
        ['2026-03-04', '2026-03-04'],
      ],
    });
  });

  it.each([
    [
      'week',
      [
        ['2026-03-01', '2026-03-01'],
        ['2026-03-02', '2026-03-04'],
      ],
      [0, 3],
    ],
    ['month', [['2026-03-01', '2026-03-04']], [3]],
    ['quarter', [['2026-03-01', '2026-03-04']], [3]],
    ['year', [['2026-03-01', '2026-03-04']], [3]],
    ['all', [['2026-03-01', '2026-03-04']], [3]],
  ])('[M17] %s, cut at the ends of the period', async (group, intervals, visits) => {
    const answer = await stat.bytime({
      ids: '10',
      metrics: 'ym:s:visits',
      group,
      date1: '2026-03-01',
      date2: '2026-03-04',
    });
    expect(answer.time_intervals).toEqual(intervals);
    expect(answer.totals).toEqual([visits]);
  });

  it('[M17] [V11] a day on which clocks go back has 25 hours, and two of one name', async () => {
    stat.counters = [counter({ id: 11, timeZone: 'Europe/Berlin' })];
    await stat.add(
      visit({ counter_id: 11, ...at('2026-10-25T00:30:00Z') }),
      visit({ counter_id: 11, ...at('2026-10-25T01:10:00Z') }),
      visit({ counter_id: 11, ...at('2026-10-25T01:50:00Z') }),
      visit({ counter_id: 11, ...at('2026-10-25T22:59:59Z') }),
    );
    const answer = await stat.bytime({
      ids: '11',
      metrics: 'ym:s:visits',
      // Another name for `hour` that clients use.
      group: 'hours',
      date1: '2026-10-25',
      date2: '2026-10-25',
    });
    expect(answer.time_intervals).toHaveLength(25);
    expect(answer.time_intervals.slice(1, 5)).toEqual([
      ['2026-10-25 01:00:00', '2026-10-25 01:59:59'],
      ['2026-10-25 02:00:00', '2026-10-25 02:59:59'],
      ['2026-10-25 02:00:00', '2026-10-25 02:59:59'],
      ['2026-10-25 03:00:00', '2026-10-25 03:59:59'],
    ]);
    expect(answer.totals[0]).toEqual([0, 0, 1, 2, ...Array<number>(20).fill(0), 1]);
  });
});

describe('rows', () => {
  beforeAll(async () => {
    stat.counters.push(counter({ id: 20 }));
    stat.goals = [1, 2, 3].map((id) => goal(id, { counterId: 20 }));
    await stat.add(
      visit({
        counter_id: 20,
        ...at('2026-03-01T10:00:00Z'),
        ...from('organic', 'google'),
        ...reaches(1, 2),
      }),
      visit({ counter_id: 20, ...at('2026-03-01T11:00:00Z'), ...from('organic', 'google') }),
      visit({ counter_id: 20, ...at('2026-03-02T10:00:00Z'), ...from('organic', 'google'), ...reaches(1) }),
      visit({ counter_id: 20, ...at('2026-03-02T10:00:00Z'), ...from('ad', 'bing'), ...reaches(3, 3) }),
      visit({ counter_id: 20, ...at('2026-03-02T10:00:00Z'), ...from('direct') }),
    );
  });
  const period = { ids: '20', date1: '2026-03-01', date2: '2026-03-02', group: 'day' };

  it('are the first ones by the first metric; totals are of all', async () => {
    stat.counters = [counter({ id: 20 })];
    const answer = await stat.bytime({
      ...period,
      dimensions: 'ym:s:lastTrafficSource,ym:s:lastSourceEngine',
      metrics: 'ym:s:visits',
      top_keys: '2',
    });
    expect(answer.data.map(({ dimensions, metrics }) => [dimensions.map(({ id }) => id), metrics])).toEqual([
      [['organic', 'google'], [[2, 1]]],
      [['ad', 'bing'], [[0, 1]]],
    ]);
    expect(answer).toMatchObject({ totals: [[2, 3]], total_rows: 3, sample_size: 5 });
  });

  it('can be chosen by their ids, those without a value too', async () => {
    const answer = await stat.bytime({
      ...period,
      dimensions: 'ym:s:lastTrafficSource,ym:s:lastSourceEngine',
      metrics: 'ym:s:visits,ym:s:bounceRate',
      row_ids: '[["direct",null],["nothing","here"]]',
    });
    expect(answer.data.map(({ dimensions, metrics }) => [dimensions.map(({ id }) => id), metrics])).toEqual([
      [
        ['direct', null],
        [
          [0, 1],
          [null, 0],
        ],
      ],
      [
        ['nothing', 'here'],
        [
          [0, 0],
          [null, null],
        ],
      ],
    ]);
  });

  it('[M6] of goals are shares of all visits of the interval', async () => {
    const answer = await stat.bytime({ ...period, preset: 'conversion' });
    const rates = answer.data.map(({ dimensions, metrics }) => [dimensions[0]?.name, metrics[3], metrics[4]]);
    expect(rates).toEqual([
      ['Goal 1', [1, 1], [50, 100 / 3]],
      ['Goal 2', [1, 0], [50, 0]],
      ['Goal 3', [0, 2], [0, 100 / 3]],
    ]);
    expect([answer.totals[0], answer.totals[4]]).toEqual([
      [1, 2],
      [50, 200 / 3],
    ]);
  });

  it('[M6] of a goal beside another dimension', async () => {
    const answer = await stat.bytime({
      ...period,
      dimensions: 'ym:s:lastTrafficSource,ym:s:goal',
      metrics: 'ym:s:visits,ym:s:anyGoalConversionRate',
    });
    expect(answer.data.map(({ dimensions, metrics }) => [dimensions.map(({ id }) => id), metrics])).toEqual([
      [
        ['organic', '1'],
        [
          [1, 1],
          [50, 100],
        ],
      ],
      [
        ['ad', '3'],
        [
          [0, 1],
          [null, 100],
        ],
      ],
      [
        ['organic', '2'],
        [
          [1, 0],
          [50, 0],
        ],
      ],
    ]);
  });
});

it('more intervals than a chart can show are refused', async () => {
  const refusal = await stat.refusal(
    { ids: '20', metrics: 'ym:s:visits', group: 'minute', date1: '2026-01-01', date2: '2026-03-01' },
    '/stat/v1/data/bytime',
  );
  expect(refusal).toMatchObject({ code: 400, errors: [{ error_type: 'query_error', location: 'group' }] });
});
