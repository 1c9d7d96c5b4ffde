/** Which visits a report is about: the period, robots, the latest version of a visit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, startTestStat, type TestStat } from './test-stat.ts';
import { seconds, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

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
