/** Goals as a dimension, as metrics and in filters, on the real engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from './test-stat.ts';
import { from, reaches, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

const names = (answer: { data: { dimensions: { name: string | null }[] }[] }): (string | null)[] =>
  answer.data.map((row) => row.dimensions[0]?.name ?? null);

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

  it.each(['ym:s:goal,ym:s:clientID', 'ym:s:clientID,ym:s:goal'])(
    '[M12] a visit without a goal stands in no row of %s',
    async (dimensions) => {
      const ask = { ids: '20', dimensions, metrics: 'ym:s:visits', filters: "ym:s:clientID=.('1','2')" };
      for (const include_undefined of ['false', 'true'])
        expect(
          (await stat.data({ ...ask, include_undefined })).data.map((row) =>
            row.dimensions.map(({ id }) => id).sort(),
          ),
        ).toEqual([
          ['1', '1'],
          ['1', '2'],
        ]);
    },
  );

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

  it('[G16, M28] a deleted goal is hidden from rows and totals, and refused in filters and names', async () => {
    stat.goals = stat.goals.map((one) => (one.id === 1 ? { ...one, status: 'Deleted' } : one));
    const conversion = await stat.data({ ids: '20', preset: 'conversion' });
    expect(conversion.data.map(({ dimensions, metrics }) => [dimensions[0]?.name, ...metrics])).toEqual([
      ['Goal 2', 1, 1, 3, 1, 25],
      ['Goal 3', 1, 1, 2, 1, 25],
    ]);
    expect(conversion.totals).toEqual([2, 2, 5, 2, 50]);
    const metrics = 'ym:s:visits,ym:s:sumGoalReachesAny';
    for (const filters of ["ym:s:goal=='1'", 'ym:s:goal!=1', "ym:s:goal=='Goal 1'"]) {
      const { message } = await stat.refusal({ ids: '20', metrics, filters });
      expect(message).toContain('is none of the values known here: 2 (Goal 2), 3 (Goal 3)');
    }
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

  it('[M15] totals of a chosen row set follow conditions on metrics', async () => {
    const answer = await stat.data({ ids: '20', preset: 'conversion', filters: 'ym:s:sumGoalReachesAny<5' });
    expect(names(answer)).toEqual(['Goal 2', 'Goal 3']);
    expect(answer.totals.slice(0, 3)).toEqual([2, 2, 5]);
  });

  it('[M18] goals and counters are asked for together, each goal and each visitor once', async () => {
    stat.counters = [counter({ id: 20 }), counter({ id: 21 })];
    stat.goals.push(goal(5, { counterId: 21 }));
    await stat.add(visit({ counter_id: 21, visitor_id: '1', ...reaches(5, 1) }));
    const answer = await stat.data({
      ids: '20,21',
      metrics: 'ym:s:visits,ym:s:users',
      dimensions: 'ym:s:goal',
    });
    expect(answer.data.map(({ dimensions, metrics }) => [dimensions[0]?.id, ...metrics])).toEqual([
      ['1', 4, 2],
      ['2', 1, 1],
      ['3', 1, 1],
      ['5', 1, 1],
    ]);
  });
});
