import { afterAll, beforeAll, expect, it } from 'vitest';
import { lines, visitRow } from '../stores/olap/test-rows.ts';
import { startTestOlap, type TestOlap } from '../stores/olap/test-olap.ts';
import { createVisitorReaches } from './reaches.ts';

/** 2026-09-21T14:13:20Z, as in the test rows. */
const AT = 1_790_000_000;

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
  const reached = {
    goal_ids: [5, 6],
    goal_times: [AT, AT + 10],
    goal_prices: [10.5, 0],
    goal_currencies: ['EUR', 'RUB'],
  };
  await store.olap.insert(
    'visits',
    lines([
      visitRow({ visit_id: '1', visitor_id: '11', ...reached }),
      visitRow({ visit_id: '1', visitor_id: '11', version: 2, ...reached }),
      visitRow({ visit_id: '2', visitor_id: '12', ...reached }),
      visitRow({ visit_id: '3', visitor_id: '13', ...reached }),
      visitRow({ visit_id: '4', visitor_id: '12', counter_id: 2, ...reached }),
      visitRow({ visit_id: '5', visitor_id: '12', is_robot: true, ...reached }),
    ]),
    'reaches',
  );
});
afterAll(() => store.close());

it('gives what the visitors reached in the time, once', async () => {
  const found = await createVisitorReaches(store.olap).reaches(
    1,
    ['11', '12', '99'],
    AT * 1_000,
    AT * 1_000 + 9_999,
  );
  expect(found.toSorted((one, other) => one.visitor.localeCompare(other.visitor))).toEqual([
    { visitor: '11', goalId: 5, at: AT * 1_000, price: 10.5, currency: 'EUR' },
    { visitor: '12', goalId: 5, at: AT * 1_000, price: 10.5, currency: 'EUR' },
  ]);
});

it('asks nothing for nobody', async () => {
  expect(await createVisitorReaches(store.olap).reaches(1, [], 0, Number.MAX_SAFE_INTEGER)).toEqual([]);
});
