/** What advertising cost and brought, held against a plain count over the same uploads and visits [M96]–[M98]. */
import fc from 'fast-check';
import type { RateTable } from '@goalpost/contract/reports/rates';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counter, goal, startTestStat, type TestStat } from './test-stat.ts';
import { from, reaches, seconds, visit } from './test-visits.ts';

let stat: TestStat;
let last = 100;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

const MARKS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
type Marks = Readonly<Record<(typeof MARKS)[number], string>>;

interface Cost extends Marks {
  readonly day: string;
  readonly upload: number;
  readonly prices: readonly (readonly [currency: string, amount: number])[];
  readonly clicks: number;
}

interface Visit extends Marks {
  readonly day: string;
  readonly visitor: number;
  readonly revenue: number;
  readonly currency: string;
}

const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Asia/Tokyo'];
const day = fc.constantFrom('2026-03-01', '2026-03-09', '2026-03-10', '2026-03-31', '2026-04-01');
const marks = {
  source: fc.constantFrom('', 'google', 'Google', 'vk'),
  medium: fc.constantFrom('', 'cpc'),
  campaign: fc.constantFrom('', 'spring', "o'hara"),
  content: fc.constantFrom('', 'a'),
  term: fc.constant(''),
};
const currency = fc.constantFrom('EUR', 'USD', 'RUB');
const costs = fc.uniqueArray(
  fc.record({
    ...marks,
    day,
    upload: fc.integer({ min: 1, max: 3 }),
    prices: fc.uniqueArray(fc.tuple(currency, fc.constantFrom(0, 0.1, 12.34, 500)), {
      minLength: 1,
      maxLength: 2,
      selector: ([one]) => one,
    }),
    clicks: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 12, selector: (one) => JSON.stringify([keyOf(one), one.upload]) },
);
const visits = fc.array(
  fc.record({
    ...marks,
    day,
    visitor: fc.integer({ min: 1, max: 4 }),
    revenue: fc.constantFrom(0, 19.99, 250),
    currency,
  }),
  { maxLength: 10 },
);
const tables: fc.Arbitrary<RateTable> = fc.constantFrom<RateTable>(
  { into: '', rates: [] },
  {
    into: 'EUR',
    rates: [
      { currency: 'USD', day: '2026-01-01', rate: 0.9 },
      { currency: 'USD', day: '2026-03-10', rate: 0.8 },
      { currency: 'RUB', day: '2026-03-31', rate: 0.01 },
    ],
  },
);

const keyOf = (one: Marks & { readonly day: string }): string =>
  JSON.stringify([one.day, ...MARKS.map((mark) => one[mark])]);
const millionths = (price: number): number => Math.round(price * 1e6);

/** Of a price what counts in euros, and what is left out. */
function inEuros({ into, rates }: RateTable, price: number, of: string, on: string): number | null {
  if (of === 'EUR') return millionths(price);
  if (into === '') return null;
  const known = rates.filter((one) => one.currency === of && one.day <= on);
  const rate = known.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]?.rate;
  return rate === undefined ? null : millionths(price * rate);
}

type Rows = { readonly costs: readonly Cost[]; readonly visits: readonly Visit[]; readonly table: RateTable };

function plainly({ costs: all, visits: seen, table }: Rows) {
  const left: Record<string, number> = {};
  const sum = (
    prices: readonly (readonly [string, number, string])[],
    others: Record<string, number>,
  ): number =>
    prices.reduce((total, [of, amount, on]) => {
      const counted = inEuros(table, amount, of, on);
      if (counted !== null) return total + counted;
      if (amount > 0) others[of] = (others[of] ?? 0) + millionths(amount);
      return total;
    }, 0) / 1e6;
  const spent = sum(
    all.flatMap((one) => one.prices.map(([of, amount]) => [of, amount, one.day] as const)),
    left,
  );
  const earned = sum(
    seen.filter(({ revenue }) => revenue > 0).map((one) => [one.currency, one.revenue, one.day]),
    {},
  );
  const clicks = all.reduce((total, one) => total + one.clicks, 0);
  const converted = seen.filter(({ revenue }) => revenue > 0).length;
  const per = (many: number): number | null => (many === 0 || all.length === 0 ? null : spent / many);
  return {
    metrics: [
      spent,
      clicks,
      per(clicks),
      seen.length,
      new Set(seen.map(({ visitor }) => visitor)).size,
      converted,
      earned,
      per(converted),
      spent === 0 ? null : (100 * (earned - spent)) / spent,
      spent === 0 ? null : (100 * earned) / spent,
      all.length === 0 ? null : earned - spent,
    ],
    left: Object.fromEntries(Object.entries(left).map(([of, amount]) => [of, amount / 1e6])),
  };
}

const METRICS =
  `ym:ev:expenses<currency>,ym:ev:expenseClicks,gp:ev:costPerClick,ym:ev:visits,ym:ev:users,ym:ev:goal1reaches,
ym:ev:goal1revenue,gp:ev:goal1costPerReach,gp:ev:goal1ROI,gp:ev:goal1returnOnAdSpend,gp:ev:goal1margin`.replaceAll(
    '\n',
    '',
  );

async function stored(rows: Rows, timeZone = 'UTC'): Promise<string> {
  const id = ++last;
  stat.counters = [counter({ id, currency: 'EUR', timeZone, rates: rows.table })];
  stat.goals = [goal(1, { counterId: id, favorite: true })];
  const utm = (one: Marks) => Object.fromEntries(MARKS.map((mark) => [`utm_${mark}`, one[mark]]));
  const made = rows.visits.map((one) =>
    visit({
      counter_id: id,
      visitor_id: String(one.visitor),
      // Noon of the day, by the clock of the counter.
      started_at: noonOf(one.day, timeZone),
      ...from('ad', '', utm(one)),
      ...(one.revenue === 0 ? {} : reachesAt(one, timeZone)),
    }),
  );
  if (made.length > 0) await stat.add(...made);
  await upload(id, rows.costs);
  return String(id);
}

function noonOf(on: string, timeZone: string): number {
  const utc = seconds(`${on}T12:00:00Z`);
  const shown = new Date(utc * 1_000).toLocaleString('sv-SE', { timeZone });
  return utc - (Date.parse(`${shown.replace(' ', 'T')}Z`) / 1_000 - utc);
}

const reachesAt = (one: Visit, timeZone: string) => ({
  ...reaches([1, one.revenue, one.currency]),
  goal_times: [noonOf(one.day, timeZone)],
});

async function upload(id: number, list: readonly Cost[]): Promise<void> {
  const lines = list.map(({ upload: upload_id, ...rest }) =>
    JSON.stringify({ counter_id: id, upload_id, ...rest }),
  );
  if (lines.length > 0)
    await stat.olap.insert('costs', `${lines.join('\n')}\n`, `costs-${last}-${lines.join('')}`);
}

/** Of each day and marks what the newest upload told. */
const newest = (all: readonly Cost[]): Cost[] => [
  ...new Map(all.toSorted((a, b) => a.upload - b.upload).map((one) => [keyOf(one), one])).values(),
];

const close = (numbers: readonly (number | null)[]): (number | null)[] =>
  numbers.map((one) => (one === null ? null : Math.round(one * 1e4) / 1e4));

it('[M96] [M97] [M98] costs and what they brought stand by day and marks, in every zone', async () => {
  await fc.assert(
    fc.asyncProperty(
      costs,
      visits,
      tables,
      fc.constantFrom(...ZONES),
      fc.constantFrom(0, 1, 2, 3),
      async (all, seen, table, zone, depth) => {
        const ids = await stored({ costs: all, visits: seen, table }, zone);
        const inPeriod = <T extends { readonly day: string }>(list: readonly T[]): T[] =>
          list.filter((one) => one.day <= '2026-03-31');
        const paid = seen.filter(({ source }) => source !== '');
        const rows: Rows = { costs: inPeriod(newest(all)), visits: inPeriod(paid), table };
        const keys = ['date', 'UTMSource', 'lastExpenseCampaign'].slice(0, depth);
        const value = (one: Marks & { readonly day: string }) =>
          [one.day, one.source, one.campaign].slice(0, depth);
        const answer = await stat.data({
          ids,
          metrics: METRICS,
          ...(depth === 0 ? {} : { dimensions: keys.map((key) => `ym:ev:${key}`).join(','), limit: '1000' }),
        });
        const whole = plainly(rows);
        expect(close(answer.totals)).toEqual(close(whole.metrics));
        const left = answer.other_costs?.[0]?.map(({ currency: of, revenue }) => [of, revenue]) ?? [];
        expect(Object.fromEntries(left)).toEqual(whole.left);
        if (depth === 0) return;
        const groups = Map.groupBy([...rows.costs, ...rows.visits], (one) => JSON.stringify(value(one)));
        const expected = [...groups].map(([key, list]) => [
          key,
          close(
            plainly({
              costs: list.filter((one) => 'prices' in one),
              visits: list.filter((one) => 'visitor' in one),
              table,
            }).metrics,
          ),
        ]);
        const found = answer.data.map(({ dimensions, metrics }) => [
          JSON.stringify(dimensions.map(({ name }) => name ?? '')),
          close(metrics),
        ]);
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 12 },
  );
});

const BASE: Marks = { source: 'google', medium: 'cpc', campaign: 'spring', content: '', term: '' };
const NONE: RateTable = { into: '', rates: [] };
const spent = (amount: number, upload = 1, more: Partial<Cost> = {}): Cost => ({
  ...BASE,
  day: '2026-03-10',
  upload,
  prices: [['EUR', amount]],
  clicks: 1,
  ...more,
});

describe('[M97] what costs are not known by', () => {
  it.each([
    [{ metrics: 'ym:ev:expensesEUR', dimensions: 'ym:ev:regionCountry' }, 'dimensions.0'],
    [{ metrics: 'ym:ev:expensesEUR', dimensions: 'ym:s:regionCountry' }, 'dimensions.0'],
    [{ metrics: 'ym:ev:expensesEUR', dimensions: 'ym:ev:hour' }, 'dimensions.0'],
    [{ metrics: 'ym:ev:expensesEUR', dimensions: 'ym:ev:datePeriodhour' }, 'dimensions.0'],
    [{ metrics: 'ym:ev:expensesEUR,ym:s:visits' }, 'metrics.1'],
    [{ metrics: 'ym:ev:expensesEUR', filters: "ym:s:regionCountry=='DE'" }, 'filters'],
    [{ metrics: 'ym:ev:expensesEUR', filters: "EXISTS(ym:pv:URL=@'cart')" }, 'filters'],
    [{ metrics: 'ym:s:visits', filters: "EXISTS(ym:ev:UTMSource=='google')" }, 'filters'],
  ])('%j is refused, with the reason and the place', async (params, location) => {
    stat.counters = [counter()];
    const { code, errors } = await stat.refusal(params as unknown as Record<string, string>);
    expect(code).toBe(400);
    expect(errors[0]).toMatchObject({ location });
    expect(errors[0]?.message).toContain('costs are known by day and UTM marks alone');
  });

  it('a chart by hours goes by days, and says so', async () => {
    const ids = await stored({ costs: [spent(5)], visits: [], table: NONE });
    const params = { ids, metrics: 'ym:ev:expensesEUR', date1: '2026-03-10', date2: '2026-03-10' };
    for (const group of ['auto', 'hour', 'minute']) {
      const { time_intervals, totals, query } = await stat.bytime({ ...params, group });
      expect([time_intervals, totals, query['group']]).toEqual([
        [['2026-03-10', '2026-03-10']],
        [[5]],
        'day',
      ]);
    }
    expect((await stat.data({ ...params, group: 'hour' })).totals).toEqual([5]);
    const shared = await stat.refusal({ ...params, attribution: 'linear' });
    expect(shared.code).toBe(400);
  });
});

it('[M97] marks and days choose costs by their names of visits, too', async () => {
  const all = [spent(5), spent(7, 1, { source: 'vk' }), spent(9, 1, { day: '2026-03-11' })];
  const ids = await stored({ costs: all, visits: [], table: NONE });
  const of = async (filters: string) =>
    (await stat.data({ ids, metrics: 'ym:ev:expensesEUR', filters })).totals[0];
  expect(await of("ym:s:lastsignUTMSource=='google'")).toBe(14);
  expect(await of("ym:ev:UTMSource!='google'")).toBe(7);
  expect(await of("ym:s:date=='2026-03-10' AND ym:s:UTMSource=='google'")).toBe(5);
  expect(await of('ym:ev:expensesEUR>100')).toBe(0);
});

it('[M98] what is left out is named in charts, comparisons, drill-downs and files', async () => {
  const ids = await stored({
    costs: [spent(5), spent(7, 1, { source: 'vk', prices: [['BYN', 7]] })],
    visits: [],
    table: NONE,
  });
  const metrics = 'ym:ev:expensesEUR,gp:ev:goal1margin,ym:ev:visits';
  const params = { ids, metrics, dimensions: 'ym:ev:UTMSource' };
  const left = [{ currency: 'BYN', revenue: 7 }];
  expect((await stat.bytime({ ...params, group: 'month' })).other_costs).toEqual([left, left, null]);
  expect((await stat.drilldown(params)).other_costs).toEqual([left, left, null]);
  const sides = await stat.comparison({
    ...params,
    date1_a: '2026-02-01',
    date2_a: '2026-02-28',
    date1_b: '2026-03-01',
    date2_b: '2026-03-31',
  });
  expect([sides.totals, sides.other_costs]).toEqual([
    { a: [0, null, 0], b: [5, -5, 0] },
    { a: [[], [], null], b: [left, left, null] },
  ]);
  expect(await stat.csv('/stat/v1/data.csv', params)).toContain(
    'Left out: costs in other currencies,7 BYN,7 BYN,',
  );
});

it('[M98] without favourite goals, nothing is told of what they brought back', async () => {
  const ids = await stored({ costs: [spent(5)], visits: [], table: NONE });
  const metrics = 'gp:ev:favoriteGoalsROI,gp:ev:favoriteGoalsReturnOnAdSpend,gp:ev:favoriteGoalsMargin';
  expect((await stat.data({ ids, metrics })).totals).toEqual([-100, 0, -5]);
  stat.goals = [];
  expect((await stat.data({ ids, metrics })).totals).toEqual([null, null, null]);
});
