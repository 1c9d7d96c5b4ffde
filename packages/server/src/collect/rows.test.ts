/** The rows that collection writes fit the real tables, column for column. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOlap, type TestOlap } from '../stores/olap/test-olap.ts';
import { NO_ROWS } from './encode/rows.ts';
import { readRows } from './encode/read-rows.ts';
import type { Batch } from './run/batch.ts';
import {
  actionGoal,
  config,
  event,
  finalVisits,
  hit,
  hitRows,
  processAll,
  testPipeline,
} from './test-journal.ts';

const HARD = 'quotes " \\ and\ttabs\nlines \0 zeros \u2028 \ud800 halves 😀 пример';

const WHOLE = HARD.toWellFormed();

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
});
afterAll(() => store.close());

const batches: Promise<Batch[]> = processAll(testPipeline(), [
  [
    config({ goals: [actionGoal(1, WHOLE.replace(/[?#&]/g, '')), actionGoal(2, 'lead')] }),
    hit({
      at: 0,
      ms: 123,
      title: HARD,
      // A mark of its source, since those alone are left out where a visit has none.
      url: `https://shop.example/?gclid=1&utm_source=${encodeURIComponent(WHOLE)}`,
    }),
    event(encodeURIComponent(WHOLE), { at: 5, params: { text: HARD, order_price: 10.25 } }),
    event('lead', { at: 6, params: { order_price: 3, currency: 'USD' } }),
    hit({
      at: 7,
      kind: 'pa:1',
      params: {
        __ymu: { a: HARD },
        __ym: {
          user_id: HARD,
          ecommerce: [
            { x: 1 },
            {
              purchase: { actionField: { id: HARD }, products: [{ id: HARD, price: 1, position: 1e11 }] },
              promoView: { promotions: [{ name: HARD }] },
            },
          ],
          prices: { [HARD]: HARD },
        },
      },
    }),
    hit({ at: 8, visitor: '18446744073709551615', agent: '', rn: null }),
    hit({ at: 9, visitor: '5', robot: true, ref: HARD }),
  ],
  [hit({ at: 100 })],
]);

async function stored<Row>(table: 'hits' | 'visits'): Promise<Row[]> {
  const final = table === 'visits' ? 'FINAL' : '';
  return store.olap.query<Row>(
    `SELECT *, ${table === 'hits' ? 'toFloat64(arrived_at) AS arrived' : 'toUInt32(started_at) AS started'}
     FROM ${table} ${final} ORDER BY ${table === 'hits' ? 'arrived_at' : 'visitor_id'}`,
    {},
  );
}

describe('rows', () => {
  it('every line is taken, and gives back what it says', async () => {
    for (const [index, batch] of (await batches).entries()) {
      await store.olap.insert('hits', batch.hits, `seg-${index}-hits`);
      await store.olap.insert('visits', batch.visits, `seg-${index}-visits`);
    }
    const hits = await stored<Record<string, unknown>>('hits');
    const expected = (await batches).flatMap(hitRows);
    expect(hits.map((row) => row['arrived'])).toEqual(expected.map((row) => row.arrived_at));
    for (const name of [
      'hit_id',
      'visit_id',
      'visitor_id',
      'title',
      'url',
      'referrer',
      'params',
      'user_id',
    ] as const) {
      expect(hits.map((row) => row[name])).toEqual(expected.map((row) => row[name]));
    }
    const bought = hits.flatMap((row) => row['products'] as { id: string; price: number }[]);
    expect(bought.map(({ id, price }) => [id, price])).toEqual([[expect.stringContaining('пример'), 1]]);
    expect(hits.map((row) => row['goal_ids'])).toEqual(
      expected.map((row) => row.goal_ids.map((id) => String(id))),
    );
    const visits = await stored<Record<string, unknown>>('visits');
    const byVisitor = finalVisits(await batches).toSorted((a, b) =>
      BigInt(a.visitor_id) < BigInt(b.visitor_id) ? -1 : 1,
    );
    for (const name of [
      'visit_id',
      'version',
      'start_url',
      'utm_source',
      'is_robot',
      'is_bounce',
      'params',
      'goal_prices',
    ] as const) {
      expect(visits.map((row) => row[name])).toEqual(byVisitor.map((row) => row[name]));
    }
    expect(visits.map((row) => row['started'])).toEqual(byVisitor.map((row) => row.started_at));
  });

  it.each(['hits', 'visits'] as const)('every column of %s is written, and no other', async (table) => {
    const columns = await store.olap.query<{ name: string }>(
      `SELECT name FROM system.columns
       WHERE database = currentDatabase() AND table = {table:String} AND default_kind != 'ALIAS'`,
      { table },
    );
    const [batch] = await batches;
    const [row] = readRows<object>(batch?.[table] ?? NO_ROWS);
    expect(Object.keys(row ?? {}).toSorted()).toEqual(columns.map(({ name }) => name).toSorted());
  });
});
