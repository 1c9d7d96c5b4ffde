/** Revenue in one currency, held against a plain count over the same reaches and rates [M73]–[M76]. */
import fc from 'fast-check';
import type { RateTable } from '@goalpost/contract/reports/rates';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from '../test-stat.ts';
import { seconds, visit } from '../test-visits.ts';

const ZONE = 'Asia/Tokyo';
const HOUR = 3_600;

let stat: TestStat;
let last = 100;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

interface Reach {
  readonly at: number;
  readonly price: number;
  readonly currency: string;
}

const START = seconds('2026-03-08T20:00:00Z');
const reaches = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 80 }).map((hours) => START + hours * HOUR),
    price: fc.constantFrom(0.1, 19.99, 250, 0),
    currency: fc.constantFrom('EUR', 'USD', 'RUB', 'JPY', ''),
  }),
  { minLength: 1, maxLength: 6 },
);
const tables: fc.Arbitrary<RateTable> = fc.record({
  into: fc.constantFrom('EUR', 'RUB', 'JPY'),
  rates: fc.uniqueArray(
    fc.record({
      currency: fc.constantFrom('EUR', 'USD', 'RUB'),
      day: fc.constantFrom('2025-01-01', '2026-03-08', '2026-03-10', '2026-03-11', '2026-03-20'),
      rate: fc.constantFrom(0.5, 92.5, 1.1, 1e-6),
    }),
    { maxLength: 8, selector: ({ currency, day }) => `${currency} ${day}` },
  ),
});

const dayOf = (time: number): string =>
  new Date(time * 1_000).toLocaleString('sv-SE', { timeZone: ZONE }).slice(0, 10);

/** What a unit costs in the table's currency on a day. */
function rateOf({ into, rates }: RateTable, currency: string, day: string): number | null {
  if (currency === into) return 1;
  const known = rates.filter((one) => one.currency === currency && one.day <= day);
  return known.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]?.rate ?? null;
}

const millionths = (price: number): number => Math.round(price * 1e6);

/** Of all prices: what they are in the currency, and what is left out. */
function plainly(all: readonly Reach[], table: RateTable, into: string) {
  let sum = 0;
  const left: Record<string, number> = {};
  for (const { at, price, currency } of all) {
    const own = rateOf(table, into, dayOf(at));
    const other = rateOf(table, currency, dayOf(at));
    if (currency === into) sum += millionths(price);
    else if (own !== null && other !== null) sum += millionths(price * (other / own));
    else if (price > 0) left[currency] = (left[currency] ?? 0) + millionths(price);
  }
  const others = Object.entries(left).map(([currency, amount]) => [currency, amount / 1e6]);
  return { sum: sum / 1e6, others: Object.fromEntries(others) as Record<string, number> };
}

async function stored(all: readonly Reach[], table: RateTable): Promise<number> {
  const id = ++last;
  stat.counters = [counter({ id, currency: 'EUR', timeZone: ZONE, rates: table })];
  stat.goals = [goal(1, { counterId: id, favorite: true })];
  const row = visit({
    counter_id: id,
    started_at: START,
    goal_ids: all.map(() => 1),
    goal_times: all.map(({ at }) => at),
    goal_prices: all.map(({ price }) => price),
    goal_currencies: all.map(({ currency }) => currency),
  });
  await stat.add(row);
  return id;
}

const asked = (id: number, more: Record<string, string> = {}) =>
  stat.data({ ids: String(id), metrics: 'ym:s:goal1revenue,ym:s:goal1convertedUSDRevenue', ...more });

it('[M74] [M76] prices are converted at the rate of the day of the reach', async () => {
  await fc.assert(
    fc.asyncProperty(reaches, tables, async (all, table) => {
      const id = await stored(all, table);
      const answer = await asked(id);
      const expected = [plainly(all, table, 'EUR'), plainly(all, table, 'USD')];
      for (const [index, { sum, others }] of expected.entries()) {
        expect(answer.totals[index]).toBeCloseTo(sum, 4);
        const left = answer.other_revenue?.[index]?.map(({ currency, revenue }) => [currency, revenue]);
        expect(Object.fromEntries(left ?? [])).toEqual(others);
      }
      const shared = await stat.drilldown({
        ids: String(id),
        metrics: 'ym:s:goal1revenue',
        dimensions: 'ym:s:trafficSource',
        attribution: 'linear',
      });
      expect(shared.totals[0]).toBeCloseTo(expected[0]?.sum ?? 0, 4);
    }),
    { numRuns: 25 },
  );
});

it('[M74] as many rates as there may be convert, whatever their currencies and days', async () => {
  const currencies = Intl.supportedValuesOf('currency')
    .filter((one) => one !== 'RUB')
    .slice(0, 50);
  const rates = Array.from({ length: 5_000 }, (_, n) => ({
    currency: currencies[n % 50] ?? '',
    day: new Date(START * 1_000 - (4_999 - n) * 86_400_000).toISOString().slice(0, 10),
    rate: 1 + n / 1_000,
  }));
  const [currency = ''] = currencies;
  const table = { into: 'RUB', rates };
  const priced = { at: START, price: 250, currency };
  const id = String(await stored([priced], table));
  const name = currencies[7] ?? '';
  const answer = await stat.data({
    ids: id,
    metrics: `ym:s:goal1converted${name}Revenue`,
    date1: '2012-01-01',
  });
  expect(answer.totals[0]).toBeCloseTo(plainly([priced], table, name).sum, 4);
});

it('[M74] rates of ten currencies that were fetched for years convert, at each day’s own', async () => {
  const currencies = Intl.supportedValuesOf('currency')
    .filter((one) => one !== 'RUB')
    .slice(0, 10);
  const rates = Array.from({ length: 30_000 }, (_, n) => ({
    currency: currencies[n % 10] ?? '',
    day: new Date(START * 1_000 - (2_999 - Math.floor(n / 10)) * 86_400_000).toISOString().slice(0, 10),
    rate: 1 + (n % 977) / 1_000,
  }));
  const table = { into: 'RUB', rates };
  const priced = currencies.map((currency, n) => ({ at: START - n * HOUR, price: 250, currency }));
  const answer = await stat.data({
    ids: String(await stored(priced, table)),
    metrics: 'ym:s:goal1convertedRUBRevenue',
    date1: '2012-01-01',
  });
  expect(answer.totals[0]).toBeCloseTo(plainly(priced, table, 'RUB').sum, 4);
});

describe('[M75] an answer', () => {
  const table: RateTable = {
    into: 'RUB',
    rates: [
      { currency: 'USD', day: '2026-01-01', rate: 90 },
      { currency: 'USD', day: '2026-03-10', rate: 100 },
      { currency: 'USD', day: '2026-04-10', rate: 110 },
      { currency: 'EUR', day: '2026-01-01', rate: 100 },
      { currency: 'JPY', day: '2026-01-01', rate: 0.5 },
    ],
  };
  const dollars = [{ at: seconds('2026-03-10T00:00:00Z'), price: 20, currency: 'USD' }];

  it('states the rates that were in effect, of what was converted', async () => {
    const answer = await asked(await stored(dollars, table), { metrics: 'ym:s:goal1revenue' });
    expect(answer.totals).toEqual([20]);
    expect(answer.rates).toEqual({
      into: 'RUB',
      rates: table.rates.filter((_one, at) => [0, 1, 3].includes(at)),
    });
  });

  it('states none where nothing was converted, and nothing changes without a table', async () => {
    const euros = await asked(await stored([{ ...dollars[0]!, currency: 'EUR' }], table), {
      metrics: 'ym:s:goal1revenue,ym:s:visits',
    });
    expect('rates' in euros).toBe(false);
    const without = await asked(await stored(dollars, { into: '', rates: [] }));
    expect(without.totals).toEqual([0, 20]);
    expect(without.other_revenue).toEqual([[{ currency: 'USD', revenue: 20 }], []]);
    expect('rates' in without).toBe(false);
  });

  it('states them in charts and in both sides of a comparison', async () => {
    const id = String(await stored(dollars, table));
    const chart = await stat.bytime({ ids: id, metrics: 'ym:s:goal1revenue', group: 'month' });
    expect([chart.totals, chart.rates?.rates.length]).toEqual([[[20]], 3]);
    const sides = await stat.comparison({
      ids: id,
      metrics: 'ym:s:goal1revenue',
      date1_a: '2025-12-01',
      date2_a: '2025-12-02',
      date1_b: '2026-03-01',
      date2_b: '2026-03-31',
    });
    expect(sides.totals).toEqual({ a: [0], b: [20] });
    expect(sides.rates?.a).toBeUndefined();
    expect(sides.rates?.b?.rates.length).toBe(3);
  });
});
