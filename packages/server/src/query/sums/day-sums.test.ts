/** What was counted over rows is counted over their sums once the rows have gone [P43], [M153]–[M156]. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitRow } from '../../collect/index.ts';
import { createExpiringHits } from '../../stores/olap/expiring.ts';
import { counter, goal, startTestStat, type Params, type TestStat } from '../test-stat.ts';
import { hit, reaches, seconds, visit } from '../test-visits.ts';
import { createDaySums } from './day-sums.ts';

const ZONE = 'Asia/Tokyo';
let stat: TestStat;
let last = 200;
beforeAll(async () => {
  stat = await startTestStat();
});
afterAll(() => stat.close());

/** Of days around the end of February, in the counter's zone. */
const moments = fc
  .record({ day: fc.integer({ min: 0, max: 4 }), hour: fc.integer({ min: 0, max: 23 }) })
  .map(({ day, hour }) => seconds('2026-02-26T00:00:00Z') + day * 86_400 + hour * 3_600);
const visits = fc.array(
  fc.record({
    at: moments,
    late: fc.constantFrom(0, 0, 10),
    visitor: fc.integer({ min: 1, max: 5 }),
    source: fc.constantFrom('ad', 'direct', 'organic'),
    campaign: fc.constantFrom<string>('', 'spring', 'ivan@example.com'),
    path: fc.constantFrom('/', '/a/b', '/a', '/ё/1'),
    country: fc.constantFrom<string>('', 'DE', 'RU'),
    pages: fc.integer({ min: 1, max: 5 }),
    duration: fc.integer({ min: 0, max: 900 }),
    isFirst: fc.boolean(),
    isRobot: fc.constantFrom(false, false, true),
    goals: fc.array(
      fc.record({
        id: fc.constantFrom(1, 2, 3),
        price: fc.constantFrom(0, 0.1, 19.99),
        currency: fc.constantFrom('EUR', 'USD'),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 14 },
);
type Made = Omit<typeof visits extends fc.Arbitrary<(infer T)[]> ? T : never, 'campaign'> & {
  readonly campaign: string;
};

const rowOf = (id: number, one: Made): VisitRow =>
  visit({
    counter_id: id,
    started_at: one.at,
    opened_on: new Date((one.at + one.late * 3_600) * 1_000).toISOString().slice(0, 10),
    visitor_id: String(one.visitor),
    traffic_source: one.source,
    significant_traffic_source: one.source,
    significant_utm_campaign: one.campaign,
    start_url: `https://shop.example${one.path}`,
    start_path: one.path,
    country: one.country,
    page_views: one.pages,
    is_bounce: one.pages === 1,
    duration: one.duration,
    visit_number: one.isFirst ? 1 : 2,
    is_robot: one.isRobot,
    ...reaches(...one.goals.map(({ id: goalId, price, currency }) => [goalId, price, currency] as const)),
  });

const [PLAIN, OF_GOAL, SETS] = [
  'visits,users,pageviews,newUsers,percentNewVisitors,bounceRate,pageDepth,avgVisitDurationSeconds,visitsPerDay',
  'goal1reaches,goal1visits,goal1users,goal1conversionRate,goal1userConversionRate,goal1revenue,goal1reachesPerUser',
  'favoriteGoalsReaches,favoriteGoalsVisits,favoriteGoalsUsers,favoriteGoalsUserConversionRate,sumGoalReachesAny,anyGoalConversionRate,goal2convertedEURRevenue,goal2convertedUSDRevenuePerVisit',
].map((names) =>
  names
    .split(',')
    .map((name) => `ym:s:${name}`)
    .join(','),
);

/** Of one day each, so that users are what they are of rows; over several days, each day has its own. */
const DAYS = ['2026-02-27', '2026-02-28'];
const QUESTIONS: readonly Params[] = [
  { metrics: `${PLAIN},${OF_GOAL}`, dimensions: 'ym:s:lastsignTrafficSource' },
  { metrics: `${SETS}`, dimensions: 'ym:s:lastsignUTMCampaign' },
  { metrics: `${PLAIN},${OF_GOAL}`, dimensions: 'ym:s:regionCountry' },
  { metrics: `${SETS},${PLAIN}`, dimensions: 'ym:s:regionCountry', include_undefined: 'true' },
  { metrics: `${PLAIN},${OF_GOAL}`, dimensions: 'ym:s:startURLPathLevel1' },
  { metrics: `${SETS},${PLAIN}`, filters: "ym:s:lastTrafficSource=='ad'" },
  { metrics: `${PLAIN},${OF_GOAL}`, filters: "ym:s:regionCountry=='RU'", dimensions: 'ym:s:regionCountry' },
  { metrics: `${SETS},${PLAIN}` },
];

async function stored(made: readonly Made[]): Promise<number> {
  const id = ++last;
  stat.counters = [counter({ id, currency: 'EUR', timeZone: ZONE })];
  stat.goals = [
    goal(1, { counterId: id, favorite: true }),
    goal(2, { counterId: id, favorite: true }),
    goal(3, { counterId: id }),
  ];
  if (made.length > 0) await stat.add(...made.map((one) => rowOf(id, one)));
  return id;
}

/** As retention does. */
async function sumAndRemove(
  id: number,
  before: string,
  kind: 'visits' | 'hits' = 'visits',
  mostGrouped?: number,
): Promise<void> {
  const at = Date.parse(before);
  const who = { id, zone: ZONE, goals: [1, 2, 3], favorites: [1, 2] };
  const summed = await createDaySums(stat.olap, mostGrouped).sum(who, kind, at);
  await createExpiringHits(stat.olap)[kind].remove(id, at, summed);
}

const plain = (answer: { readonly [key: string]: unknown }) => {
  const { sums: _sums, query: _query, ...rest } = answer;
  return rest;
};

const answers = async (id: number): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (const day of DAYS)
    for (const question of QUESTIONS)
      found.push(plain(await stat.data({ ...question, ids: String(id), date1: day, date2: day })));
  return found;
};

/** A visitor has one first visit. */
const plainly = (made: readonly Made[]): Made[] =>
  made.map((one, index) => {
    const isFirst = one.isFirst && made.findIndex(({ visitor }) => visitor === one.visitor) === index;
    return { ...one, isFirst, campaign: one.campaign.replace(/.*@.*/, '') };
  });

const at = (day: string, hour = 3): number => seconds(`${day}T00:00:00Z`) + hour * 3_600;

const AD = { source: 'ad', late: 0, campaign: 'spring', path: '/a', country: 'DE' } as const;
const ONE = { ...AD, pages: 2, duration: 60, isFirst: true, isRobot: false, goals: [] };

/** Of one person: without a value first, then with two. */
const VALUE_LATER = ['', 'DE', 'RU'].map((country, hour): Made => {
  return { ...ONE, at: at('2026-02-27', hour + 1), visitor: 1, country, campaign: country };
});

it('[P43] [M153] answers of each day are the same before its rows go and after', async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (made) => {
      const id = await stored(plainly(made));
      const before = await answers(id);
      // As days go by, with one run that was cut off before its mark.
      await sumAndRemove(id, '2026-02-27');
      await stat.olap.command(
        `INSERT INTO day_sums (counter_id, kind, family, day, value_id, value, part, visits, users)
SELECT ${id}, 'visits', 'whole', '2026-02-27', 7, 'half', 'rows', 100, 100`,
      );
      // As of a large day, whose dimensions are summed a few at a time.
      await sumAndRemove(id, '2026-02-28', 'visits', 40);
      for (const _again of [1, 2]) await sumAndRemove(id, '2026-03-01');
      expect(await answers(id)).toEqual(before);
      const old = 'toDate(started_at, {zone:String}) < {day:Date} AND opened_on < {day:Date}';
      const sql = `SELECT count() AS n FROM visits WHERE counter_id = {id:UInt32} AND ${old}`;
      expect(await stat.olap.query(sql, { zone: ZONE, id, day: '2026-03-01' })).toEqual([{ n: '0' }]);
    }),
    { numRuns: 2, examples: [[VALUE_LATER]] },
  );
});

it('[P43] a day is counted once, wherever summing and removing are cut off', async () => {
  const asked = { date1: '2026-02-26', date2: '2026-03-02', metrics: 'ym:s:visits,ym:s:pageviews' };
  const made = ['2026-02-26', '2026-02-27', '2026-03-01'].map((day, index) => ({
    ...ONE,
    at: at(day),
    visitor: index,
  }));
  const before = Date.parse('2026-02-28');
  // Each time one statement further, until nothing is cut off.
  for (let most = 0, isCut = true; isCut; most += 1) {
    const id = await stored(made);
    const who = { id, zone: ZONE, goals: [], favorites: [] };
    // A day before has its sums: what is half done of the next one is not read with them.
    await sumAndRemove(id, '2026-02-27');
    let left = most;
    const cut = {
      ...stat.olap,
      query: stat.olap.query,
      command(sql: string, params?: Record<string, unknown>) {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('cut off')) : stat.olap.command(sql, params);
      },
    };
    const remove = async (olap: typeof cut | TestStat['olap']): Promise<void> => {
      const summed = await createDaySums(olap).sum(who, 'visits', before);
      await createExpiringHits(olap).visits.remove(id, before, summed);
    };
    const run = (olap: typeof cut | TestStat['olap']): Promise<boolean> =>
      remove(olap)
        .then(() => true)
        .catch(() => false);
    isCut = !(await run(cut));
    expect((await stat.data({ ...asked, ids: String(id) })).totals).toEqual([3, 6]);
    expect(await run(stat.olap)).toBe(true);
    expect((await stat.data({ ...asked, ids: String(id) })).totals).toEqual([3, 6]);
    expect(most).toBeLessThan(40);
  }
});

const PERIOD = { date1: '2026-02-26', date2: '2026-03-02' };
const VISITS = { ...PERIOD, metrics: 'ym:s:visits,ym:s:users' };

describe('a counter of which two days are summed, and one has rows', () => {
  let id = 0;
  let ids: { ids: string };
  beforeAll(async () => {
    id = await stored([
      { ...ONE, at: at('2026-02-26'), visitor: 1 },
      { ...ONE, at: at('2026-02-26', 5), visitor: 1, source: 'direct' },
      { ...ONE, at: at('2026-02-27'), visitor: 1, campaign: 'ivan@example.com' },
      { ...ONE, at: at('2026-03-01'), visitor: 1 },
    ]);
    await sumAndRemove(id, '2026-02-28');
    ids = { ids: String(id) };
  });

  it('[M154] visitors count anew each day, and once a day in all values', async () => {
    const all = await stat.data({ ...VISITS, ...ids });
    expect(all.totals).toEqual([4, 3]);
    const bySource = await stat.data({ ...VISITS, ...ids, dimensions: 'ym:s:lastTrafficSource' });
    expect(bySource.data.map(({ metrics }) => metrics)).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(bySource.totals).toEqual([4, 3]);
    const chart = await stat.bytime({ ...VISITS, ...ids, group: 'day' });
    expect(chart.totals).toEqual([
      [2, 1, 0, 1, 0],
      [1, 1, 0, 1, 0],
    ]);
  });

  it('[M156] an answer says of which days it has sums', async () => {
    const { sums } = await stat.data({ ...VISITS, ...ids });
    expect(sums).toEqual({
      from: '2026-02-26',
      to: '2026-02-27',
      time_zone: ZONE,
      answered: true,
      reason: null,
      message:
        'Of 2026-02-26 to 2026-02-27 only sums of days are left: visitors of these days count anew each day.',
    });
    expect((await stat.data({ ...VISITS, ...ids, lang: 'ru' })).sums?.message).toContain('только суммы');
    expect((await stat.data({ ...VISITS, ...ids, date1: '2026-02-28' })).sums).toBeUndefined();
  });

  it.each([
    ['dimensions', { dimensions: 'ym:s:regionCity' }],
    ['dimensions', { dimensions: 'ym:s:regionCountry,ym:s:deviceCategory' }],
    ['dimensions', { dimensions: 'ym:s:regionCountry', filters: "ym:s:deviceCategory=='mobile'" }],
    ['hours', { dimensions: 'ym:s:hour' }],
    ['metrics', { metrics: 'ym:s:visits,ym:s:mobilePercentage' }],
    ['filters', { filters: "ym:s:clientID=='1'" }],
    ['filters', { filters: "ym:s:regionCountry!='DE'" }],
    ['filters', { filters: 'ym:s:visits>1' }],
    ['robots', { dimensions: 'ym:s:isRobot' }],
    ['rows', { metrics: 'ym:ep:eventsNumber' }],
  ])('[M156] leaves the days out and says %s', async (reason, params) => {
    const { sums } = await stat.data({ ...VISITS, ...ids, ...params });
    expect(sums).toMatchObject({ from: '2026-02-26', answered: false });
    expect(sums?.reason).toBe(reason);
    expect(sums?.message).toContain('without them');
  });

  it('[M156] a chart of hours is without them, a drill-down has their first level', async () => {
    const hours = await stat.bytime({ ...VISITS, ...ids, group: 'hour' });
    expect(hours.sums?.reason).toBe('hours');
    const dimensions = 'ym:s:regionCountry,ym:s:deviceCategory';
    const first = await stat.drilldown({ ...VISITS, ...ids, dimensions });
    expect([first.sums?.answered, first.totals]).toEqual([true, [4, 3]]);
    const opened = await stat.drilldown({ ...VISITS, ...ids, dimensions, parent_id: '["DE"]' });
    expect([opened.sums?.reason, opened.totals]).toEqual(['dimensions', [1, 1]]);
  });

  it('[M153] [M156] both sides of a comparison', async () => {
    const answer = await stat.comparison({
      ...ids,
      metrics: 'ym:s:visits',
      date1_a: '2026-02-26',
      date2_a: '2026-02-26',
      date1_b: '2026-03-01',
      date2_b: '2026-03-01',
    });
    expect(answer.totals).toEqual({ a: [2], b: [1] });
    expect([answer.sums?.a?.answered, answer.sums?.b]).toEqual([true, undefined]);
  });

  it('[P44] no sum holds a visitor or an address of a person', async () => {
    const columns = await stat.olap.query<{ name: string }>(
      `SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'day_sums'`,
      {},
    );
    expect(columns.map(({ name }) => name)).not.toContain('visitor_id');
    const sql = 'SELECT DISTINCT value FROM day_sums WHERE counter_id = {id:UInt32} ORDER BY value';
    const values = await stat.olap.query<{ value: string }>(sql, { id });
    expect(values.map(({ value }) => value)).toContain('(masked)');
    expect(values.filter(({ value }) => value.includes('@'))).toEqual([]);
  });
});

it('[M155] favourites and goals are those of the day on which a day was summed', async () => {
  const reached = { id: 1, price: 0, currency: 'EUR' } as const;
  const id = await stored([{ ...ONE, at: at('2026-02-26'), visitor: 1, goals: [reached] }]);
  const asked = { ...PERIOD, ids: String(id) };
  const metrics = 'ym:s:favoriteGoalsVisits,ym:s:sumGoalReachesAny,ym:s:goal2visits';
  await sumAndRemove(id, '2026-02-28');
  stat.goals = [goal(2, { counterId: id, favorite: true })];
  expect((await stat.data({ ...asked, metrics })).totals).toEqual([1, 1, 0]);
});

it('[M153] page views of days without hits stay, too', async () => {
  const id = await stored([]);
  const of = visit({ counter_id: id, started_at: at('2026-02-26'), visitor_id: '5' });
  await stat.addHits(
    hit(of, { kind: 'view', url: 'https://shop.example/a/1' }),
    hit(of, { kind: 'view', url: 'https://shop.example/b' }),
  );
  const asked = { ...PERIOD, ids: String(id), metrics: 'ym:pv:pageviews,ym:pv:users' };
  const byPath = { ...asked, dimensions: 'ym:pv:URLPathLevel1' };
  const before = [plain(await stat.data(asked)), plain(await stat.data(byPath))];
  await sumAndRemove(id, '2026-02-28', 'hits');
  expect([plain(await stat.data(asked)), plain(await stat.data(byPath))]).toEqual(before);
});
