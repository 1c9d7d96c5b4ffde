/** A chart's rows are those of the whole period, however the store finds them, on the real engine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { METRICS } from './registry.ts';
import { counter, goal, startTestStat, type TestStat } from './test-stat.ts';
import { from, reaches, seconds, visit } from './test-visits.ts';

const DAY = 86_400;
const start = seconds('2026-03-01T12:00:00Z');
let stat: TestStat;
/** Texts of statements asked, the latest last. */
let asked: string[] = [];

beforeAll(async () => {
  stat = await startTestStat();
  const { query } = stat.olap;
  stat.olap.query = (sql, ...rest) => {
    // Which days are sums is looked up before each question.
    if (!sql.includes('FROM day_sums')) asked.push(sql);
    return query(sql, ...rest);
  };
  stat.counters = [counter({ id: 50 }), counter({ id: 51 })];
  stat.goals = [goal(1, { counterId: 50 })];
  const sources = ['organic', 'ad', 'direct', 'email', 'social'] as const;
  const rows = Array.from({ length: 300 }, (_, n) =>
    visit({
      counter_id: 50,
      visitor_id: String(n % 70),
      page_views: 1 + (n % 4),
      started_at: start + (n % 9) * DAY,
      ...from(sources[(n * n) % 5] ?? 'ad'),
      significant_utm_source: n % 3 === 0 ? '' : `utm${(n * 7) % 11}`,
      ...(n % 4 === 0 ? reaches([1, 10, 'EUR']) : {}),
    }),
  );
  await stat.add(...rows);
});
afterAll(() => stat.close());

const period = { ids: '50', date1: '2026-03-01', date2: '2026-03-09', group: 'day' };
const kept = (sql: string): boolean => sql.includes('max_rows_to_group_by');

it.each([
  ['ym:s:lastsignTrafficSource', 'ym:s:visits,ym:s:users,ym:s:bounceRate', '7'],
  ['ym:s:lastsignTrafficSource,ym:s:lastsignUTMSource', 'ym:s:pageviews,ym:s:visitsPerDay', '4'],
  ['ym:s:lastsignUTMSource', 'ym:s:goal1reaches,ym:s:goal1revenue', '30'],
  ['ym:s:lastsignTrafficSource', 'ym:s:users,ym:s:visits', '2'],
])(
  '[M88] by %s are the same in one statement and in two: %s, the first %s',
  async (dimensions, metrics, top) => {
    const question = { ...period, dimensions, metrics, top_keys: top, include_undefined: 'true' };
    asked = [];
    const chart = await stat.bytime(question);
    const first = metrics.split(',')[0] ?? '';
    expect(asked.filter(kept)).toHaveLength(first === 'ym:s:users' ? 0 : 1);
    expect(asked).toHaveLength(first === 'ym:s:users' ? 2 : 1);
    // A condition on a metric is known after all rows were grouped: rows are then chosen beforehand.
    asked = [];
    const inTwo = await stat.bytime({ ...question, filters: `${first}>=0` });
    expect(asked.filter(kept)).toHaveLength(0);
    expect({ ...chart, query: null }).toEqual({ ...inTwo, query: null });
    const table = await stat.data({ ...question, limit: top });
    expect(chart.data.map((row) => row.dimensions)).toEqual(table.data.map((row) => row.dimensions));
    expect(chart.total_rows).toBe(table.total_rows);
  },
);

it('[M88] more values than one statement groups by interval are chosen before', async () => {
  const rows = Array.from({ length: 20_100 }, (_, n) =>
    visit({
      counter_id: 51,
      started_at: start,
      ...from('ad'),
      significant_utm_source: `u${n % 20_050}`,
    }),
  );
  await stat.add(...rows);
  asked = [];
  const chart = await stat.bytime({
    ...period,
    ids: '51',
    dimensions: 'ym:s:lastsignUTMSource',
    metrics: 'ym:s:visits',
    top_keys: '3',
  });
  expect(asked.map(kept)).toEqual([true, false, false]);
  expect(chart.total_rows).toBe(20_050);
  expect(chart.totals[0]?.[0]).toBe(20_100);
  expect(chart.data.map((row) => row.metrics[0]?.[0])).toEqual([2, 2, 2]);
});

const adding = METRICS.filter(({ adds, scopes }) => adds && (scopes ?? ['visits']).includes('visits'));

it.each(adding.map(({ id }) => id.replace('<goal_id>', '1')))(
  '[M88] %s of the intervals makes that of the period',
  async (id) => {
    const metrics = `ym:s:${id}`;
    const question = { ...period, dimensions: 'ym:s:lastsignTrafficSource', metrics };
    const [chart, table] = [await stat.bytime(question), await stat.data(question)];
    const sums = chart.data.map(({ metrics: [series = []] }) =>
      series.reduce<number>((sum, n) => sum + (n ?? 0), 0),
    );
    expect(sums).toEqual(table.data.map((row) => row.metrics[0]));
  },
);
