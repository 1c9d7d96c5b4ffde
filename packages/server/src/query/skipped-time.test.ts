/** Charts over days that clocks skip or repeat: no zone, group or day fails [M29]. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intervalsOf } from './intervals/intervals.ts';
import { addDays } from './parse/dates.ts';
import { GROUPS } from './parse/group.ts';
import { counter, goal, startTestStat, type TestStat } from './test-stat.ts';
import { seconds, visit } from './test-visits.ts';

/** Days on which a zone's clocks do something odd, with the days around them. */
const ODD: readonly (readonly [zone: string, day: string])[] = [
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Fakaofo', '2011-12-30'],
  ['Pacific/Kwajalein', '1993-08-21'],
  ['Pacific/Enderbury', '1994-12-31'],
  ['Pacific/Kiritimati', '1994-12-31'],
  ['Asia/Beirut', '2026-03-29'],
  ['Asia/Beirut', '2026-10-24'],
  ['Africa/Cairo', '2026-04-24'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-04'],
  ['America/Asuncion', '2023-10-01'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/St_Johns', '2010-11-07'],
  ['Atlantic/Azores', '2026-03-29'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Antarctica/Troll', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Asia/Kathmandu', '2026-01-01'],
];

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

describe('[M29] a day that does not exist', () => {
  it.each(GROUPS)('by %s', async (group) => {
    stat.counters = [counter({ timeZone: 'Pacific/Apia' })];
    const asked = { metrics: 'ym:s:visits,ym:s:bounceRate', group, date1: '2011-12-30', date2: '2011-12-30' };
    const chart = await stat.bytime(asked);
    expect(chart.totals.flat().filter((one) => one !== null && one !== 0)).toEqual([]);
    expect(chart.totals.map((numbers) => numbers.length)).toEqual(
      [0, 1].map(() => chart.time_intervals.length),
    );
    const rows = await stat.bytime({ ...asked, dimensions: 'ym:s:deviceCategory' });
    expect(rows).toMatchObject({ data: [], total_rows: 0 });
    const chosen = await stat.bytime({ ...asked, dimensions: 'ym:s:deviceCategory', row_ids: '[["tv"]]' });
    expect(chosen.data).toHaveLength(1);
    expect(await stat.csv('/stat/v1/data/bytime.csv', asked)).toContain('interval');
    expect((await stat.data(asked)).totals).toEqual([0, null]);
  });

  it('has no hours', async () => {
    const asked = { metrics: 'ym:s:visits', group: 'hour', date1: '2011-12-30', date2: '2011-12-30' };
    expect(await stat.bytime(asked)).toMatchObject({ totals: [[]], time_intervals: [], sample_size: 0 });
  });

  it('[M68] has no hours where goals are shared out', async () => {
    stat.counters = [counter({ timeZone: 'Pacific/Apia' })];
    stat.goals = [goal(1)];
    const shared = { metrics: 'ym:s:goal1reaches', dimensions: 'ym:s:trafficSource', attribution: 'linear' };
    const asked = { ...shared, group: 'hour', date1: '2011-12-30', date2: '2011-12-30' };
    expect(await stat.bytime(asked)).toMatchObject({ data: [], totals: [[]], total_rows: 0 });
  });
});

it('any zone, group and days: intervals rise without a gap, and every visit of the days is in one', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...ODD),
    fc.constantFrom(...GROUPS.filter((group) => group !== 'minute')),
    fc.integer({ min: -2, max: 1 }),
    fc.nat({ max: 3 }),
    async ([zone, odd], group, shift, length) => {
      const from = addDays(odd, shift);
      const to = addDays(from, length);
      const intervals = intervalsOf(group, from, to, { intl: zone, store: zone });
      const { instants } = intervals ?? {};
      if (instants) expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b));
      const id = counters++;
      stat.counters = [counter({ id, timeZone: zone })];
      const hours = Array.from({ length: (length + 3) * 24 }, (_item, hour) => hour);
      const first = seconds(`${addDays(from, -1)}T00:15:00Z`);
      await stat.add(...hours.map((hour) => visit({ counter_id: id, started_at: first + hour * 3600 })));
      const asked = { ids: String(id), metrics: 'ym:s:visits', date1: from, date2: to };
      const chart = await stat.bytime({ ...asked, group, dimensions: 'ym:s:deviceCategory' });
      const table = await stat.data(asked);
      const sum = (chart.totals[0] ?? []).reduce<number>((total, one) => total + (one ?? 0), 0);
      expect(sum).toBe(table.totals[0]);
      expect(chart.data[0]?.metrics ?? [[]]).toEqual(sum === 0 ? [[]] : chart.totals);
    },
  );
  await fc.assert(property, { numRuns: 30 });
});

let counters = 100;
