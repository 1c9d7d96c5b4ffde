/** How long the SQL of filters is: the store takes time for each time that something is written. */
import { expect, it } from 'vitest';
import { isProblem } from '../../kit/problem.ts';
import { parseRequest } from '../parse/request.ts';
import { buildPlan } from '../plan/build.ts';
import { registry, REPORTS } from '../registry.ts';
import { counter, goal, NOW } from '../test-stat.ts';
import { compileTable } from './table.ts';

function sqlOf(filters: string): string {
  const request = parseRequest({ ids: '1', metrics: 'ym:s:visits', filters }, REPORTS);
  if (isProblem(request)) throw new Error(JSON.stringify(request));
  const plan = buildPlan(request, { counters: [counter()], goals: [goal(1)], now: NOW }, registry);
  if (isProblem(plan)) throw new Error(JSON.stringify(plan));
  return compileTable(plan).sql;
}

const joined = (how: string, count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_item, at) => one(at)).join(how);

const DIMENSIONS = [
  'startURL',
  'startURLPath',
  'startURLDomain',
  'endURLPathFull',
  'paramsLevel1',
  'UTMSource',
];

it.each(DIMENSIONS.flatMap((name) => ['==', '=@', '=~', '=.'].map((operator) => [name, operator] as const)))(
  'twenty conditions on %s %s are written in few more bytes than one',
  (name, operator) => {
    const one = (at: number): string =>
      `ym:s:${name}${operator}${operator === '=.' ? `('a${at}')` : `'a${at}'`}`;
    const more = sqlOf(joined(' OR ', 20, one)).length - sqlOf(one(0)).length;
    expect(more / 19).toBeLessThan(250);
  },
);

const tables = (filters: string): number => sqlOf(filters).split('FROM hits').length - 1;

it('[M42] sets that look at the same rows are one statement, where some or none of them is enough', () => {
  const some = (at: number): string => `EXISTS(ym:pv:URLPath=='/a${at}')`;
  expect(tables(joined(' OR ', 10, some))).toBe(1);
  expect(tables(joined(' AND ', 10, (at) => `NONE(ym:pv:URLPath=='/a${at}')`))).toBe(1);
  expect(tables(joined(' AND ', 10, some))).toBe(10);
  expect(tables(`${some(1)} OR EXISTS ym:u:userID WITH (ym:pv:URLPath=='/a')`)).toBe(2);
});
