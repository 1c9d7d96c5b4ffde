/** Revenue in any currency that was collected, and what each answer of it leaves out [M4, M32]. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, startTestStat, type Params, type TestStat } from './test-stat.ts';
import { from, reaches, seconds, visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

const at = (day: string): number => seconds(`2026-03-${day}T12:00:00Z`);

describe('a counter in EUR with prices in three currencies', () => {
  beforeAll(async () => {
    stat.counters = [counter({ id: 60, currency: 'EUR' })];
    stat.goals = [
      goal(1, { counterId: 60, favorite: true }),
      goal(2, { counterId: 60 }),
      goal(3, { counterId: 60, status: 'Deleted' }),
    ];
    await stat.add(
      visit({
        counter_id: 60,
        started_at: at('02'),
        ...from('ad'),
        ...reaches([1, 10.5, 'EUR'], [1, 0, 'CHF']),
      }),
      visit({
        counter_id: 60,
        started_at: at('02'),
        ...from('ad'),
        ...reaches([1, 8_000, 'USD'], [3, 9, 'GBP']),
      }),
      visit({
        counter_id: 60,
        started_at: at('05'),
        ...from('organic'),
        ...reaches([1, 107, 'USD'], [2, 5, 'USD']),
      }),
      visit({ counter_id: 60, started_at: at('05'), ...from('direct'), ...reaches([1, 410, 'RUB']) }),
      visit({ counter_id: 60, started_at: at('05'), is_robot: true, ...reaches([1, 1, 'RUB']) }),
    );
  });
  const ask = (params: Params) => stat.data({ ids: '60', ...params });
  const usd = (revenue: number) => ({ currency: 'USD', revenue });
  const rub = { currency: 'RUB', revenue: 410 };
  const eur = { currency: 'EUR', revenue: 10.5 };

  it('[M32] each revenue names what it leaves out, largest first', async () => {
    const answer = await ask({ metrics: 'ym:s:visits,ym:s:goal1revenue,ym:s:goal2revenue' });
    expect(answer.totals).toEqual([4, 10.5, 0]);
    expect(answer.other_revenue).toEqual([null, [usd(8_107), rub], [usd(5)]]);
  });

  it('[M4] revenue is asked for by the name or by `currency`, also where nothing was collected in it', async () => {
    const named = await ask({ metrics: 'ym:s:goal1convertedUSDRevenue,ym:s:goal1convertedRUBRevenue' });
    expect([named.totals, named.other_revenue]).toEqual([
      [8_107, 410],
      [
        [rub, eur],
        [usd(8_107), eur],
      ],
    ]);
    const asked = await ask({
      metrics: 'ym:s:goal1revenue,ym:s:favoriteGoalsConverted<currency>Revenue',
      currency: 'RUB',
    });
    expect([asked.query['currency'], asked.totals]).toEqual(['RUB', [410, 410]]);
    expect(asked.other_revenue).toEqual([
      [usd(8_107), eur],
      [usd(8_107), eur],
    ]);
    const none = await ask({ metrics: 'ym:s:goal1revenue', currency: 'XTS' });
    expect([none.totals, none.other_revenue]).toEqual([[0], [[usd(8_107), rub, eur]]]);
  });

  it('[M32] is of the visits that the totals are of', async () => {
    const metrics = 'ym:s:goal1revenue';
    const filtered = await ask({ metrics, filters: "ym:s:trafficSource=='organic'" });
    expect(filtered.other_revenue).toEqual([[usd(107)]]);
    const byGoal = await ask({ metrics, dimensions: 'ym:s:goal' });
    expect(byGoal.other_revenue).toEqual([[usd(8_107), rub]]);
    const rows = await ask({ metrics, dimensions: 'ym:s:trafficSource', filters: 'ym:s:goal1revenue>10' });
    expect(rows.other_revenue).toEqual([[usd(8_000)]]);
    const robots = await ask({ metrics, filters: "ym:s:isRobot=='yes'" });
    expect(robots.other_revenue).toEqual([[{ currency: 'RUB', revenue: 1 }]]);
  });

  it('[M32] is absent where no revenue is asked for, and empty where nothing is left out', async () => {
    expect(await ask({ metrics: 'ym:s:visits,ym:s:goal1reaches' })).not.toHaveProperty('other_revenue');
    const empty = await ask({ metrics: 'ym:s:goal1revenue', date1: '2026-03-20' });
    expect(empty.other_revenue).toEqual([[]]);
  });

  it('[M32] a chart says it for its whole period', async () => {
    const ask_ = { ids: '60', group: 'day', metrics: 'ym:s:visits,ym:s:goal1revenue' };
    expect((await stat.bytime(ask_)).other_revenue).toEqual([null, [usd(8_107), rub]]);
    const rows = await stat.bytime({ ...ask_, dimensions: 'ym:s:trafficSource' });
    expect(rows.other_revenue).toEqual([null, [usd(8_107), rub]]);
  });

  it('[M32] CSV has a line for it below the totals, on the first page alone', async () => {
    const params = { ids: '60', dimensions: 'ym:s:date', metrics: 'ym:s:visits,ym:s:goal1revenue' };
    const lines = (await stat.csv('/stat/v1/data.csv', params)).split('\r\n');
    expect(lines.slice(1, 4)).toEqual([
      'Total and average,4,10.5',
      'Left out: other currencies,,"8107 USD, 410 RUB"',
      '2026-03-02,2,10.5',
    ]);
    const second = await stat.csv('/stat/v1/data.csv', { ...params, offset: '2' });
    expect(second).not.toContain('USD');
    const chart = await stat.csv('/stat/v1/data/bytime.csv', { ...params, group: 'year', lang: 'ru' });
    expect(chart.split('\r\n')[2]).toBe('Не вошло: другие валюты,,,"8107 USD, 410 RUB"');
    const whole = await stat.csv('/stat/v1/data.csv', { ids: '60', metrics: 'ym:s:goal1revenue' });
    expect(whole).toBe('ym:s:goal1revenue\r\n10.5\r\n"8107 USD, 410 RUB"\r\n');
  });
});

const CURRENCIES = ['EUR', 'USD', 'RUB', 'KZT', 'JPY', 'BHD'];
const priced = fc.array(
  fc.record({
    source: fc.constantFrom('ad', 'organic', 'direct'),
    day: fc.constantFrom('02', '09', '30'),
    prices: fc.array(
      fc.tuple(
        fc.constantFrom(1, 2),
        fc.constantFrom(0, 0.01, 0.1, 19.99, 123_456.789),
        fc.constantFrom(...CURRENCIES),
      ),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 30 },
);

/** The last counter: one for each run. */
let id = 600;

it('[M32] revenue and what it leaves out are all the prices there are, in whatever currency it is asked', async () => {
  await fc.assert(
    fc.asyncProperty(priced, fc.constantFrom(...CURRENCIES, 'XTS'), async (traffic, currency) => {
      id += 1;
      stat.counters = [counter({ id })];
      stat.goals = [1, 2].map((number) => goal(number, { counterId: id, favorite: true }));
      await stat.add(
        visit({ counter_id: id, started_at: at('02'), ...from('ad') }),
        ...traffic.map(({ source, day, prices }) =>
          visit({ counter_id: id, started_at: at(day), ...from(source), ...reaches(...prices) }),
        ),
      );
      const expected = new Map<string, number>();
      for (const { source, prices } of traffic) {
        if (source === 'organic') continue;
        for (const [, price, of] of prices)
          expected.set(of, (expected.get(of) ?? 0) + Math.round(price * 1e6));
      }
      const question = {
        ids: String(id),
        metrics: 'ym:s:favoriteGoalsConverted<currency>Revenue',
        currency,
        filters: "ym:s:trafficSource!='organic'",
      };
      for (const answer of [
        await stat.data({ ...question, dimensions: 'ym:s:date', limit: '1' }),
        await stat.bytime({ ...question, group: 'week' }),
      ]) {
        const own = [answer.totals[0]]
          .flat()
          .reduce<number>((sum, one) => sum + Math.round((one ?? 0) * 1e6), 0);
        const found = new Map(
          answer.other_revenue?.[0]?.map((one) => [one.currency, Math.round(one.revenue * 1e6)]),
        );
        expect(found.has(currency)).toBe(false);
        if (own > 0) found.set(currency, own);
        expect(Object.fromEntries(found)).toEqual(
          Object.fromEntries([...expected].filter(([, sum]) => sum > 0)),
        );
      }
    }),
    { numRuns: 20 },
  );
});
