/**
 * Filters choose the same visits in the engine as in the plain model.
 * Every dimension is tried with every operator, and trees of them. Many filters are columns of one query here, so that many can be tried.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VisitRow } from '../../collect/index.ts';
import { sampleOf } from '../../kit/test-examples.ts';
import { isProblem } from '../../kit/problem.ts';
import { createBinder } from '../compile/binder.ts';
import { fromSql } from '../compile/rows.ts';
import { createCompilation } from '../compile/scope.ts';
import { whereSql } from '../compile/where.ts';
import { type Filter, printFilter } from '@goalpost/contract/reports/filters';
import { parseRequest } from '../parse/request.ts';
import { buildPlan } from '../plan/build.ts';
import { DIMENSIONS, registry, REPORTS } from '../registry.ts';
import { counter, goal, NOW, startTestStat, type TestStat } from '../test-stat.ts';
import { conditionOn, dimensionNames, filters, visits } from './test-arbitraries.ts';
import { MODEL_ADDRESSES, MODEL_DIMENSIONS } from './test-dimensions.ts';
import { chooses } from './test-filter.ts';

const ZONE = 'Australia/Lord_Howe';
const GOALS = [1, 2, 3];
const PER_QUERY = 60;

let stat: TestStat;
let rows: VisitRow[];
beforeAll(async () => {
  stat = await startTestStat();
  rows = fc.sample(visits, 4).flat();
  await stat.add(...rows);
});
afterAll(() => stat.close());

/** Ids of the visits that each filter chooses. */
async function chosenBy(asked: readonly Filter[]): Promise<string[][]> {
  const binder = createBinder();
  let from = '';
  const shared = new Map<string, string>();
  const columns = asked.map((filter, index) => {
    const request = parseRequest({ ids: '1', metrics: 'ym:s:visits', filters: printFilter(filter) }, REPORTS);
    if (isProblem(request)) throw new Error(JSON.stringify(request));
    const subject = { counters: [counter({ timeZone: ZONE })], goals: GOALS.map((id) => goal(id)), now: NOW };
    const plan = buildPlan(request, subject, registry);
    if (isProblem(plan) || plan.where === null) throw new Error(JSON.stringify(plan));
    const compilation = { ...createCompilation(plan, binder, () => '1'), shared };
    const condition = whereSql(compilation, plan.where);
    from = fromSql(compilation);
    return `groupArrayIf(toString(visit_id), ${condition}) AS f${index}`;
  });
  const [row] = await stat.olap.query<Record<string, string[]>>(
    `SELECT ${columns.join(', ')} FROM ${from}`,
    binder.params,
  );
  return asked.map((_filter, index) => (row?.[`f${index}`] ?? []).toSorted());
}

async function compare(asked: readonly Filter[]): Promise<void> {
  for (let first = 0; first < asked.length; first += PER_QUERY) {
    const some = asked.slice(first, first + PER_QUERY);
    const chosen = await chosenBy(some);
    for (const [index, filter] of some.entries()) {
      const expected = rows
        .filter((row) => chooses(filter, row, ZONE, GOALS))
        .map(({ visit_id }) => visit_id);
      expect([printFilter(filter), chosen[index]]).toEqual([printFilter(filter), expected.toSorted()]);
    }
  }
}

it('[M35] the plain model knows each dimension of addresses as one', () => {
  const addresses = DIMENSIONS.filter((one) => one.kind === 'text' && one.address !== undefined);
  const modelled = addresses.map(({ id }) => id.replace('ym:s:', '')).filter((id) => id in MODEL_DIMENSIONS);
  expect(Object.keys(MODEL_ADDRESSES).toSorted()).toEqual(modelled.toSorted());
});

it('[M14] every dimension, with any operator', async () => {
  const perDimension = dimensionNames.flatMap((name, at) => sampleOf(conditionOn(name), 25, at));
  await compare(perDimension);
});

it('[M10] [M14] any tree of conditions', async () => {
  await compare(fc.sample(filters, 400));
});
