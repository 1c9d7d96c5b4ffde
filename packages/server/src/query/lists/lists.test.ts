/** A list is a declaration: a second one, of texts, is exploded, filtered and sorted like goals [M6]. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { compileTable } from '../compile/table.ts';
import { defineDimension } from '../dimension.ts';
import { createNameIndex } from '../parse/names.ts';
import { parseRequest, type RawParams } from '../parse/request.ts';
import { buildPlan } from '../plan/build.ts';
import type { Plan } from '../plan/plan.ts';
import { DIMENSIONS, registry } from '../registry.ts';
import { shapeTable } from '../shape/table.ts';
import type { StoreRow } from '../shape/rows.ts';
import { counter, goal, NOW, startTestStat, type TestStat } from '../test-stat.ts';
import { reaches, visit } from '../test-visits.ts';
import { textItems, type List } from './list.ts';

const currencies: List = {
  column: 'goal_currencies',
  shown: 'shown_currencies',
  item: 'paid_in',
  form: textItems,
  needed: 'a currency is needed',
  visible: () => null,
  known: () => null,
};

const withCurrencies = {
  ...registry,
  dimensions: createNameIndex([
    ...DIMENSIONS,
    defineDimension({ id: 'paidIn', kind: 'item', list: currencies }),
  ]),
};

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  await stat.add(
    visit({ ...reaches([1, 1, 'EUR'], [1, 2, 'EUR'], [1, 3, 'USD']), browser: 'Chrome' }),
    visit({ ...reaches([1, 1, 'EUR']), browser: 'Safari' }),
    visit({ ...reaches([1, 1, '*'], [1, 1, '=x']), browser: 'Safari' }),
    visit({ browser: 'Chrome' }),
  );
});
afterAll(() => stat.close());

function planned(params: RawParams): { request: Parameters<typeof shapeTable>[1]; plan: Plan } | string {
  const days = { date1: '2026-03-01', date2: '2026-03-31' };
  const request = parseRequest({ ids: '1', metrics: 'ym:s:visits', ...days, ...params }, []);
  if (isProblem(request)) return problemBody(request).message;
  const subject = { counters: [counter()], goals: [goal(1)], now: NOW };
  const plan = buildPlan(request, subject, withCurrencies);
  return isProblem(plan) ? problemBody(plan).message : { request, plan };
}

async function asked(params: RawParams) {
  const question = planned(params);
  if (typeof question === 'string') throw new Error(question);
  const { sql, params: values } = compileTable(question.plan);
  const rows = await stat.olap.query<StoreRow>(sql, values);
  const answer = shapeTable(rows, question.request, question.plan, { lang: 'en', goalNames: new Map() });
  return {
    rows: answer.data.map(({ dimensions, metrics }) => [...dimensions.map(({ id }) => id), ...metrics]),
    totals: answer.totals,
  };
}

describe('a list of texts', () => {
  it('[M6] a visit stands once in the row of each of its items, and once in the totals', async () => {
    expect(await asked({ dimensions: 'ym:s:paidIn' })).toEqual({
      rows: [
        ['EUR', 2],
        ['*', 1],
        ['=x', 1],
        ['USD', 1],
      ],
      totals: [3],
    });
  });

  it('beside another dimension, with a condition on rows', async () => {
    const dimensions = 'ym:s:browser,ym:s:paidIn';
    expect(await asked({ dimensions, filters: "ym:s:visits>0 AND ym:s:paidIn!='*'" })).toEqual({
      rows: [
        ['Chrome', 'EUR', 1],
        ['Chrome', 'USD', 1],
        ['Safari', 'EUR', 1],
      ],
      totals: [2],
    });
  });

  it.each([
    ["ym:s:paidIn=='EUR'", 2],
    ["ym:s:paidIn=.('USD','*')", 2],
    ['ym:s:paidIn==null', 1],
    ['ym:s:paidIn!=null', 3],
  ])('%s chooses %i', async (filters, visits) => {
    expect((await asked({ filters })).totals).toEqual([visits]);
  });

  it('is not asked together with another list', () => {
    expect(planned({ dimensions: 'ym:s:goal,ym:s:paidIn' })).toBe(
      'dimensions, item 2: ym:s:paidIn cannot be asked together with ym:s:goal',
    );
  });
});
