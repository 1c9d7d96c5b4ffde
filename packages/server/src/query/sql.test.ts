/**
 * The SQL of every ready report stands in `__sql__`, so that a change is reviewed as SQL.
 * After a change that is meant: `npm run sql`.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../kit/problem.ts';
import { compileChart, compileChartTotals } from './compile/chart.ts';
import { compileTable, type Compiled } from './compile/table.ts';
import { intervalsOf } from './intervals/intervals.ts';
import { parseRequest, type RawParams } from './parse/request.ts';
import { buildPlan } from './plan/build.ts';
import type { Plan } from './plan/plan.ts';
import { registry, REPORTS } from './registry.ts';
import { counter, goal, NOW } from './test-stat.ts';

const FOLDER = join(import.meta.dirname, '__sql__');

function planOf(params: RawParams): Plan {
  const request = parseRequest({ ids: '1', date1: '2026-03-01', date2: '2026-03-03', ...params }, REPORTS);
  if (isProblem(request)) throw new Error(JSON.stringify(request));
  const subject = { counters: [counter()], goals: [goal(7), goal(8, { favorite: true })], now: NOW };
  const plan = buildPlan(request, subject, registry);
  if (isProblem(plan)) throw new Error(JSON.stringify(plan));
  return plan;
}

function printed({ sql, params }: Compiled): string {
  const values = Object.entries(params).map(([name, value]) => `-- ${name} = ${JSON.stringify(value)}`);
  return `${[...values, sql].join('\n')}\n`;
}

function chartOf(plan: Plan): string {
  const intervals = intervalsOf('day', plan.from, plan.to, plan.zone);
  if (intervals === null) throw new Error('too many intervals');
  const rows = compileChart(plan, intervals, [['organic', null, '7']]);
  return `${printed(rows)}\n${printed(compileChartTotals(plan, intervals))}`;
}

const filtered = {
  dimensions: 'ym:s:trafficSource,ym:s:UTMSource,ym:s:goal',
  metrics: 'ym:s:visits,ym:s:anyGoalConversionRate',
  filters: String.raw`ym:s:visits>1 AND (ym:s:browser=*'Chr_me*' OR NOT ym:s:startURLPath=~'^/a')`,
  group: 'day',
};

const pageViews = {
  metrics: 'ym:pv:pageviews,ym:pv:users',
  dimensions: 'ym:pv:URLPath,ym:pv:trafficSource',
};

const withSets = {
  metrics: 'ym:s:visits',
  filters: String.raw`EXISTS(ym:pv:URL=@'cart') AND NONE ym:u:userID WITH (ym:s:date>='2020-01-01' AND ym:s:goal==7)`,
};

const cases: readonly (readonly [string, () => string])[] = [
  ...REPORTS.map(({ id }) => [id, () => printed(compileTable(planOf({ preset: id })))] as const),
  ['with-filters', () => printed(compileTable(planOf(filtered)))],
  ['page-views', () => printed(compileTable(planOf(pageViews)))],
  ['with-sets', () => printed(compileTable(planOf(withSets)))],
  ['chart', () => chartOf(planOf({ ...filtered, filters: '' }))],
];

describe('the SQL of', () => {
  it.each(cases)('%s', async (name, compile) => {
    await expect(compile()).toMatchFileSnapshot(join(FOLDER, `${name}.sql`));
  });

  it('nothing else', async () => {
    const ours = new Set(cases.map(([name]) => `${name}.sql`));
    expect((await readdir(FOLDER)).filter((file) => !ours.has(file))).toEqual([]);
  });

  it('any request holds no text of the request', () => {
    const { sql } = compileTable(
      planOf({
        ...filtered,
        filters: "ym:s:browser=='needle' AND ym:s:UTMSource=.('needle','b') AND ym:s:visits>4321",
      }),
    );
    expect(sql).not.toMatch(/needle|4321/);
  });
});
