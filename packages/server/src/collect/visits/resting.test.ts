/** Visitors put down in the real store and taken up again from it [V24]. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRestingVisitors } from '../../visitors/resting.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import type { Batch } from '../run/batch.ts';
import type { JournalRecord } from '../journal-record.ts';
import { actionGoal, config, event, hit, processAll, testPipeline, visitRows } from '../test-journal.ts';

const BIG = '18446744073709551615';

let store: TestOlap;
beforeAll(async () => {
  store = await startTestOlap();
  // The test's hits are of a day that is over; the store drops who has rested for a week of its own clock.
  await store.olap.command('ALTER TABLE resting_visitors REMOVE TTL');
});
afterAll(() => store.close());

const restingVisitors = () => createRestingVisitors(store.olap);

async function run(segments: readonly (readonly JournalRecord[])[], maxOpenVisitors: number, first = 1) {
  const pipeline = testPipeline({ restingVisitors: restingVisitors(), maxOpenVisitors });
  const batches: Batch[] = [];
  for (const [index, records] of segments.entries()) {
    const number = first + index;
    const batch = await pipeline.process({ number, records });
    if (batch.resting !== '') await store.olap.insert('resting_visitors', batch.resting, `${number}`);
    batches.push(batch);
  }
  return { pipeline, batches };
}

const rowsOf = (batches: readonly Batch[]) =>
  batches.map((batch) => ({
    hits: batch.hits.bytes,
    visits: visitRows(batch).toSorted((one, other) => (one.visit_id < other.visit_id ? -1 : 1)),
  }));

it('count as if they had stayed, robots apart from people, also when the journal is read again', async () => {
  const SETTINGS = [
    config({ counterId: 1, goals: [actionGoal(1, 'lead')] }),
    config({ counterId: 2, goals: [], filterRobots: false }),
  ];
  const visitors = ['5', '6', BIG];
  const round = (at: number) =>
    visitors.flatMap((visitor) => [
      hit({ counter: 1, at, visitor, url: 'https://shop.example/?x="\\%D0%B6', rn: at + 1 }),
      event('lead', {
        counter: 1,
        at: at + 1,
        visitor,
        rn: at + 2,
        params: { order_price: 3.5, note: '"ж\u2028' },
      }),
      hit({ counter: 2, at, visitor, rn: at + 3 }),
      hit({ counter: 1, at, visitor, robot: true, rn: at + 4 }),
    ]);
  const segments = [
    [...SETTINGS, ...round(0)],
    round(100),
    [hit({ counter: 1, at: 150, visitor: '9' })],
    round(200),
  ];
  const expected = await processAll(testPipeline(), segments);
  const once = await run(segments, 1);
  expect(rowsOf(once.batches)).toEqual(rowsOf(expected));
  expect(once.batches.map(({ resting }) => resting.split('\n').length - 1)).toEqual([8, 8, 1, 9]);
  const again = await run(segments, 1);
  expect(rowsOf(again.batches)).toEqual(rowsOf(expected));
});

it('are asked for in queries of bounded size', async () => {
  const many = Array.from({ length: 4_500 }, (_, index) =>
    hit({ counter: 7, at: 0, visitor: String(index + 1) }),
  );
  const { batches } = await run([[config({ counterId: 7 }), ...many]], 1, 50);
  expect(batches[0]?.resting.split('\n')).toHaveLength(4_500);
  const ids = many.map((_, index) => String(index + 1));
  let queries = 0;
  const counted = createRestingVisitors({
    query(sql, params) {
      queries++;
      return store.olap.query(sql, params);
    },
  });
  expect(await counted.lookup([7], ids, 51, 0)).toHaveLength(4_499);
  expect(queries).toBe(3);
  expect(await counted.lookup([7], ids, 50, 0)).toEqual([]);
  expect(await counted.lookup([8], ids, 51, 0)).toEqual([]);
  expect(await counted.lookup([7], ids, 51, 4_000_000_000)).toEqual([]);
  expect(await counted.lookup([7], [], 51, 0)).toEqual([]);
});
