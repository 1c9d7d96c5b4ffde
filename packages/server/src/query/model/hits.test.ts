/** Questions of page views against a plain count: every dimension, and random filters over random traffic. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import { type Filter, printFilter } from '@goalpost/contract/reports/filters';
import { sampleOf } from '../../kit/test-examples.ts';
import { counter, startTestStat, type TestStat } from '../test-stat.ts';
import { conditionOn, hitDimensionNames, hitMetricNames, hitsOf, visits } from './test-arbitraries.ts';
import { VISITOR_METRICS } from './test-visitor-metrics.ts';
import { chosen, hitRow, inPeriod, valueOf, type Row, type World } from './test-world.ts';

const ZONE = 'Europe/Berlin';
const FROM = '2026-03-28';
const TO = '2026-10-25';
const DAYS = 212;

let stat: TestStat;
let world: World;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter({ timeZone: ZONE }), counter({ id: 2, timeZone: ZONE })];
  const rows = fc.sample(visits, 14).flat();
  const made = rows.map((visit, at) => ({
    visit: { ...visit, version: 2 },
    hits: sampleOf(hitsOf(visit), 1, at).flat(),
  }));
  // An older version of each visit, and another counter with the same visits, must not be seen.
  await stat.add(...rows.map((row): VisitRow => ({ ...row, significant_traffic_source: 'email' })));
  await stat.add(...made.map(({ visit }) => visit));
  await stat.add(...rows.map((row) => ({ ...row, counter_id: 2, significant_utm_source: 'other' })));
  await stat.addHits(...made.flatMap(({ hits }) => hits));
  await stat.addHits(...made.flatMap(({ hits }) => hits.map((one): HitRow => ({ ...one, counter_id: 2 }))));
  const views = made.flatMap(({ visit, hits }) =>
    hits.filter(({ kind }) => kind === 'view').map((one) => hitRow(one, visit)),
  );
  world = { rows: views, zone: ZONE, goals: [], from: FROM, to: TO, robots: false };
});
afterAll(() => stat.close());

/** In the period, without robots unless the question names them. */
function selected(filter: Filter | null, dimension: string): Row[] {
  const robots = dimension === 'isRobot' || JSON.stringify(filter).includes(':isRobot');
  return world.rows.filter((row) => {
    if (!inPeriod(row, world) || (row.seen.is_robot && !robots)) return false;
    return filter === null || chosen(filter, row, world);
  });
}

const NO_GOALS = { goals: [], favorites: [], currency: 'EUR', days: DAYS, row: null };

const numbers = (rows: readonly Row[]): Record<string, number | null> => ({
  pageviews: rows.length,
  users: new Set(rows.map(({ seen }) => seen.visitor_id)).size,
  pageviewsPerDay: rows.length / DAYS,
  pageviewsPerHour: rows.length / (DAYS * 24),
  pageviewsPerMinute: rows.length / (DAYS * 1_440),
  ...Object.fromEntries(
    hitMetricNames
      .filter((name) => name.endsWith('Percentage'))
      .map((name) => [
        name,
        VISITOR_METRICS[name]?.(
          rows.map(({ seen }) => seen),
          NO_GOALS,
        ) ?? null,
      ]),
  ),
});

async function check(dimension: string, filter: Filter | null): Promise<void> {
  const answer = await stat.data({
    date1: FROM,
    date2: TO,
    metrics: hitMetricNames.map((name) => `ym:pv:${name}`).join(),
    dimensions: `ym:pv:${dimension}`,
    include_undefined: 'true',
    limit: '100000',
    ...(filter === null ? {} : { filters: printFilter(filter) }),
  });
  const rows = selected(filter, dimension);
  const groups = Map.groupBy(rows, (row) => valueOf(row, dimension, ZONE));
  const metricsOf = (of: readonly Row[]) => hitMetricNames.map((name) => numbers(of)[name]);
  const expected = [...groups].map(([value, of]) => [value === null ? null : String(value), metricsOf(of)]);
  const byKey = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).toSorted();
  const found = answer.data.map(({ dimensions, metrics }) => [dimensions[0]?.id, metrics]);
  const what = filter === null ? '' : printFilter(filter);
  expect([what, byKey(found)]).toEqual([what, byKey(expected)]);
  expect(answer.totals).toEqual(metricsOf(rows));
}

describe('[M41] page views by', () => {
  it.each(hitDimensionNames)('%s', async (dimension) => {
    await check(dimension, null);
  });
});

it('[M41] chosen by any condition', async () => {
  const conditions = hitDimensionNames.flatMap((name, at) => sampleOf(conditionOn(name, 'ym:pv:'), 1, at));
  for (const filter of conditions) await check('browser', filter);
});

it('[M41] as a chart, by the day that each page was viewed on', async () => {
  const answer = await stat.bytime({
    date1: FROM,
    date2: TO,
    metrics: 'ym:pv:pageviews',
    dimensions: 'ym:pv:trafficSource',
    group: 'day',
    include_undefined: 'true',
    top_keys: '30',
  });
  const days = answer.time_intervals.map(([day]) => day);
  const rows = selected(null, '');
  const on = (of: readonly Row[]) =>
    days.map((day) => of.filter((row) => valueOf(row, 'date', ZONE) === day).length);
  expect(answer.totals[0]).toEqual(on(rows));
  for (const { dimensions, metrics } of answer.data) {
    const source = dimensions[0]?.id ?? null;
    expect(metrics[0]).toEqual(
      on(rows.filter((row) => valueOf(row, 'lastsignTrafficSource', ZONE) === source)),
    );
  }
});

it.each([
  [
    { metrics: 'ym:s:visits,ym:pv:pageviews' },
    'metrics, item 2: ym:pv:pageviews is of page views, and the question of visits',
  ],
  [
    { metrics: 'ym:pv:pageviews', dimensions: 'ym:s:browser' },
    'dimensions, item 1: ym:s:browser is of visits, and the question of page views',
  ],
  [
    { metrics: 'ym:pv:pageviews', dimensions: 'ym:pv:startURL' },
    'dimensions, item 1: unknown dimension "ym:pv:startURL"',
  ],
])('[M41] %j is refused', async (params, message) => {
  expect(await stat.refusal(params)).toMatchObject({ code: 400, message });
});

it('the random traffic has what the questions are about', () => {
  expect(world.rows.length).toBeGreaterThan(20);
  expect(selected(null, 'browser').length).toBeGreaterThan(10);
  const late = world.rows.filter(({ seen, visit }) => seen.started_at > visit.started_at + 48 * 3_600);
  expect(late.length).toBeGreaterThan(0);
});
