/** Visitors beyond the bound of memory are stored, taken up again, and count the same [V24]. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, Pipeline } from '../run/batch.ts';
import type { JournalRecord } from '../journal-record.ts';
import type { RestingVisitor, RestingVisitors } from '../ports.ts';
import {
  actionGoal,
  config,
  event,
  finalVisits,
  hit,
  hitRows,
  NOON,
  processAll,
  testPipeline,
  visitRows,
} from '../test-journal.ts';

interface RestingRow {
  readonly counter_id: number;
  readonly visitor_id: string;
  readonly is_robot: boolean;
  readonly segment: number;
  readonly last_arrival: number;
  readonly state: string;
}

/** The store's table: rows are added, and asked for as of a segment. */
function restingStore() {
  const rows: RestingRow[] = [];
  const asked: number[] = [];
  const lookup: RestingVisitors['lookup'] = (counters, visitors, before, since) => {
    asked.push(visitors.length);
    const latest = new Map<string, RestingRow>();
    for (const row of rows) {
      const wanted = counters.includes(row.counter_id) && visitors.includes(row.visitor_id);
      if (!wanted || row.segment >= before || row.last_arrival < since) continue;
      const key = `${row.counter_id} ${row.visitor_id} ${row.is_robot}`;
      const known = latest.get(key);
      if (known === undefined || known.segment <= row.segment) latest.set(key, row);
    }
    const found = [...latest.values()].map((row): RestingVisitor => ({
      counterId: row.counter_id,
      lastArrival: row.last_arrival,
      state: row.state,
    }));
    return Promise.resolve(found);
  };
  return {
    rows,
    asked,
    port: { lookup },
    insert(batch: Batch) {
      for (const line of batch.resting.split('\n').slice(0, -1)) rows.push(JSON.parse(line) as RestingRow);
    },
  };
}

type Store = ReturnType<typeof restingStore>;

const bounded = (store: Store, maxOpenVisitors: number) =>
  testPipeline({ restingVisitors: store.port, maxOpenVisitors });

async function run(
  pipeline: Pipeline,
  store: Store,
  segments: readonly (readonly JournalRecord[])[],
  first = 1,
): Promise<Batch[]> {
  const batches: Batch[] = [];
  for (const [index, records] of segments.entries()) {
    const batch = await pipeline.process({ number: first + index, records });
    store.insert(batch);
    batches.push(batch);
  }
  return batches;
}

const rowsOf = (batches: readonly Batch[]) =>
  batches.map((batch) => ({
    hits: batch.hits.bytes,
    visits: visitRows(batch).toSorted((one, other) => (one.visit_id < other.visit_id ? -1 : 1)),
  }));

async function reload(pipeline: Pipeline, store: Store, max: number): Promise<Pipeline> {
  const lines = [...pipeline.dump()];
  const loaded = bounded(store, max);
  await loaded.load(
    (async function* () {
      yield* lines;
    })(),
  );
  expect([...loaded.dump()]).toEqual(lines);
  return loaded;
}

const view = (url: string) => ({ name: '', type: 'url', conditions: [{ type: 'contain', url }] }) as const;
const GOALS = [
  actionGoal(1, 'lead'),
  actionGoal(2, '', { type: 'url', conditions: [{ type: 'contain', url: '/thanks' }] }),
  actionGoal(3, '', {
    type: 'step',
    conditions: [],
    steps: [view('/cart'), view('/thanks')].map((step) => ({ ...step, conditions: [...step.conditions] })),
  }),
];
const PAGES = ['/', '/cart', '/thanks', '/?gclid=x', '/?utm_source=news&utm_medium=email'];

const sketch = fc.record({
  minute: fc.nat({ max: 900 }),
  late: fc.constantFrom(0, 0, 0, 0, 1, 20, 300, 719, 800),
  visitor: fc.integer({ min: 1, max: 9 }),
  counter: fc.constantFrom(1, 1, 2),
  page: fc.nat({ max: PAGES.length - 1 }),
  referrer: fc.constantFrom(undefined, 'https://www.google.com/', 'https://vk.com/'),
  what: fc.constantFrom('view', 'view', 'lead', 'params', 'robot', 'again'),
});
type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(sketches: readonly Sketch[]): JournalRecord[] {
  return sketches
    .map(({ minute, late, visitor, counter, page, referrer, what }, index) => {
      const common = {
        counter,
        at: minute * 60 + (index % 60),
        ms: (index * 37) % 1_000,
        arrived: (minute + late) * 60 + (index % 60) + 1,
        visitor: String(visitor),
        // Copies of an earlier hit are taken for duplicates [V12].
        rn: what === 'again' ? 1 + (index % 3) : index + 10,
      };
      if (what === 'lead') return event('lead', { ...common, params: { order_price: index } });
      const ref = referrer === undefined ? {} : { ref: referrer };
      const params = what === 'params' ? { params: { index } } : {};
      const url = `https://shop.example${PAGES[page]}`;
      return hit({ ...common, ...ref, ...params, url, robot: what === 'robot' });
    })
    .toSorted((one, other) => one.t - other.t);
}

const SETTINGS = [
  config({ counterId: 1, goals: GOALS }),
  config({ counterId: 2, goals: GOALS, visitTimeout: 21_600, filterRobots: false }),
];
const journal = fc
  .record({
    sketches: fc.array(sketch, { minLength: 5, maxLength: 60 }),
    cuts: fc.array(fc.nat({ max: 60 }), { minLength: 3, maxLength: 12 }),
    max: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ sketches, cuts, max }) => {
    const records = recordsOf(sketches);
    const places = [0, ...cuts.map((cut) => cut % records.length).toSorted((a, b) => a - b), records.length];
    const parts = places.slice(1).map((end, index) => records.slice(places[index], end));
    return { segments: [[...SETTINGS], ...parts], max };
  });

describe('[V24] with room for a few visitors only', () => {
  it('the rows are exactly those of a memory without a bound', async () => {
    let rested = 0;
    await fc.assert(
      fc.asyncProperty(journal, async ({ segments, max }) => {
        const store = restingStore();
        const few = await run(bounded(store, max), store, segments);
        const all = await processAll(testPipeline(), segments);
        expect(rowsOf(few)).toEqual(rowsOf(all));
        expect(all.every(({ resting }) => resting === '')).toBe(true);
        rested += store.rows.length;
      }),
      { numRuns: 300 },
    );
    expect(rested).toBeGreaterThan(1_000);
  });

  it('[V17] so are those of a journal that is read again, from a checkpoint, with all rows there already', async () => {
    await fc.assert(
      fc.asyncProperty(journal, fc.nat(), async ({ segments, max }, stop) => {
        const at = 1 + (stop % segments.length);
        const store = restingStore();
        const first = bounded(store, max);
        await run(first, store, segments.slice(0, at));
        const checkpoint = await reload(first, store, max);
        const once = await run(first, store, segments.slice(at), at + 1);
        const again = await run(checkpoint, store, segments.slice(at), at + 1);
        expect(rowsOf(again)).toEqual(rowsOf(once));
        // Another bound puts others down: the rows do not depend on who was.
        const other = await reload(bounded(store, max + 1), store, max + 1);
        expect(rowsOf(await run(other, store, segments))).toEqual(
          rowsOf(await run(bounded(restingStore(), 1_000), restingStore(), segments)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('a segment asks the store once, and not at all while nobody was put down', async () => {
    const store = restingStore();
    const pipeline = bounded(store, 5);
    const visitors = (from: number, count: number, at: number) =>
      Array.from({ length: count }, (_, index) => hit({ at, visitor: String(from + index) }));
    await run(pipeline, store, [[config()], visitors(1, 5, 0)]);
    expect([store.asked.length, store.rows.length]).toEqual([0, 0]);
    await run(pipeline, store, [visitors(10, 100, 60)], 3);
    expect([store.asked.length, store.rows.length]).toEqual([0, 100]);
    // The longest silent went first.
    expect(store.rows.slice(0, 5).map((row) => row.visitor_id)).toEqual(['1', '2', '3', '4', '5']);
    await run(pipeline, store, [visitors(10, 100, 120)], 4);
    expect(store.asked).toEqual([95]);
  });

  it('whoever comes back too late finds nothing, and memory asks no more', async () => {
    const store = restingStore();
    const pipeline = bounded(store, 1);
    const day = 86_400;
    const segments = [[config(), hit({ at: 0, visitor: '5' }), hit({ at: 0, visitor: '6' })]];
    await run(pipeline, store, [...segments, [hit({ at: day, visitor: '7' })]]);
    expect(store.asked).toEqual([1]);
    const [late] = await run(pipeline, store, [[hit({ at: day + 60, visitor: '5' })]], 3);
    expect(store.asked).toEqual([1]);
    expect(finalVisits([late as Batch]).map((row) => [row.started_at - NOON, row.version])).toEqual([
      [day + 60, 1],
    ]);
  });

  it('all of a visit comes back: 400 reaches, parameters, the last second of a goal', async () => {
    const leads = Array.from({ length: 399 }, (_, index) => event('lead', { at: index * 2, visitor: '5' }));
    const crowd = (at: number) => Array.from({ length: 3 }, (_, index) => hit({ at, visitor: `9${index}` }));
    const params = (at: number) => hit({ at, visitor: '5', params: { text: 'x'.repeat(8_000) } });
    const segments = [
      [config({ goals: GOALS }), ...leads, params(798), params(798), params(798)],
      crowd(799),
      [event('lead', { at: 796, visitor: '5' }), event('lead', { at: 800, visitor: '5' }), params(800)],
      crowd(801),
      [event('lead', { at: 900, visitor: '5' }), params(901)],
    ];
    const store = restingStore();
    const batches = await run(bounded(store, 1), store, segments);
    const visit = finalVisits(batches).find((row) => row.visitor_id === '5');
    expect(visit).toMatchObject({ hits: 407, version: 3 });
    expect(visit?.goal_ids).toHaveLength(400);
    expect(JSON.parse(visit?.params ?? '')).toHaveLength(4);
    expect(
      batches.flatMap(hitRows).filter((row) => row.identifier === 'lead' && row.goal_ids.length === 0),
    ).toHaveLength(2);
    expect(store.asked).toEqual([1, 3, 1].slice(0, store.asked.length));
  });
});

it('[V25] of one visitor at most 100 visits are kept, the latest opened', async () => {
  const clicks = Array.from({ length: 150 }, (_, index) =>
    hit({ at: index * 60, url: `https://shop.example/?gclid=${index}` }),
  );
  const early = hit({ at: 30, arrived: 9_030 });
  const recent = hit({ at: 149 * 60 + 5, arrived: 9_031 });
  const batches = await processAll(testPipeline(), [
    [config(), ...clicks],
    [early, recent],
  ]);
  expect(finalVisits(batches)).toHaveLength(151);
  expect(batches.flatMap(hitRows).at(-1)?.visit_id).toBe(
    finalVisits(batches).find((row) => row.hits === 2)?.visit_id,
  );
});
