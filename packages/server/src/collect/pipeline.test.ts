/** What holds of every journal, whatever is in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../test/cpu-time.ts';
import type { Batch, Pipeline } from './run/batch.ts';
import type { HitRecord, JournalRecord } from './journal-record.ts';
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
} from './test-journal.ts';

const GOALS = [
  actionGoal(1, 'lead'),
  actionGoal(2, '', { type: 'url', conditions: [{ type: 'contain', url: '/thanks' }] }),
];
const SETTINGS = config({ goals: GOALS });
const PAGES = ['/', '/a', '/thanks', '/?gclid=x', '/?utm_source=news&utm_medium=email'];
const REFERRERS = [undefined, 'https://www.google.com/', 'https://shop.example/a', 'https://vk.com/'];

interface Sketch {
  /** Minutes past noon. */
  readonly minute: number;
  readonly late: number;
  readonly visitor: number;
  readonly page: number;
  readonly referrer: number;
  readonly lead: boolean;
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  minute: fc.nat({ max: 300 }),
  late: fc.constantFrom(0, 0, 0, 5, 100, 700),
  visitor: fc.integer({ min: 1, max: 3 }),
  page: fc.nat({ max: PAGES.length - 1 }),
  referrer: fc.nat({ max: REFERRERS.length - 1 }),
  lead: fc.boolean(),
});

/** Records in the order of their arrival. */
function records(sketches: readonly Sketch[], pages = PAGES): HitRecord[] {
  return sketches
    .map(({ minute, late, visitor, page, referrer, lead }, index) => {
      const common = {
        at: minute * 60 + index,
        arrived: (minute + late) * 60 + index,
        visitor: `${visitor}`,
        rn: index + 1,
      };
      if (lead) return event('lead', common);
      const ref = REFERRERS[referrer];
      const url = `https://shop.example${pages[page % pages.length]}`;
      return hit({ ...common, url, ...(ref === undefined ? {} : { ref }) });
    })
    .toSorted((one, other) => one.t - other.t);
}

const journal = fc.array(sketch, { minLength: 1, maxLength: 40 });

/** Cuts a journal into segments at the places named. */
function cut(all: readonly JournalRecord[], places: readonly number[]): JournalRecord[][] {
  const bounds = [
    0,
    ...places.map((place) => place % (all.length + 1)).toSorted((a, b) => a - b),
    all.length,
  ];
  return bounds.slice(1).map((end, index) => all.slice(bounds[index], end));
}
const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 4 });

const sorted = (ids: readonly number[]) => ids.toSorted((one, other) => one - other);
const stored = (batches: readonly Batch[]) => batches.flatMap(hitRows);

async function dumpAndLoad(pipeline: Pipeline): Promise<Pipeline> {
  const lines = [...pipeline.dump()];
  const loaded = testPipeline();
  await loaded.load(
    (async function* () {
      yield* lines;
    })(),
  );
  expect([...loaded.dump()]).toEqual(lines);
  return loaded;
}

describe('replay', () => {
  it('[V17] the same journal makes the same rows, with the same ids', async () => {
    await fc.assert(
      fc.asyncProperty(journal, cuts, async (sketches, places) => {
        const segments = cut([SETTINGS, ...records(sketches)], places);
        const once = await processAll(testPipeline(), segments);
        expect(await processAll(testPipeline(), segments)).toEqual(once);
        const ids = stored(once).map((row) => row.hit_id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('[V17] a checkpoint anywhere changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(journal, cuts, fc.nat(), async (sketches, places, stop) => {
        const segments = cut([SETTINGS, ...records(sketches)], places);
        const at = stop % (segments.length + 1);
        const whole = await processAll(testPipeline(), segments);
        const first = testPipeline();
        const before = await processAll(first, segments.slice(0, at));
        const loaded = await dumpAndLoad(first);
        const after = await processAll(loaded, segments.slice(at), at + 1);
        expect([...before, ...after]).toEqual(whole);
      }),
    );
  });

  it('[V17] a checkpoint keeps memory of steps, reaches and forgetting', async () => {
    const steps = actionGoal(3, '', {
      type: 'step',
      conditions: [],
      steps: [
        { name: '', type: 'url', conditions: [{ type: 'contain', url: '/a' }] },
        { name: '', type: 'action', conditions: [{ type: 'exact', url: 'lead' }] },
      ],
    });
    const first = testPipeline();
    await processAll(first, [
      [
        config({ goals: [steps, ...GOALS], revision: 8 }),
        hit({ at: 0, url: 'https://shop.example/a', params: { plan: 'pro' } }),
        event('lead', { at: 5, visitor: '8', params: { order_price: 3 } }),
      ],
    ]);
    const loaded = await dumpAndLoad(first);
    expect(loaded.revision(SETTINGS.config.counterId)).toBe(8);
    const [batch] = await processAll(
      loaded,
      [[event('lead', { at: 6 }), event('lead', { at: 5, visitor: '8' })]],
      2,
    );
    expect(hitRows(batch as Batch).map((row) => row.goal_ids)).toEqual([[3, 1], []]);
  });

  it('what is no checkpoint is refused', async () => {
    const load = (...lines: string[]) =>
      testPipeline().load(
        (async function* () {
          yield* lines;
        })(),
      );
    await expect(load('["config",{}]')).rejects.toThrow('not a checkpoint');
    await expect(load('["state",99,0]')).rejects.toThrow('version 99');
    await expect(load('{')).rejects.toThrow();
    await expect(load('["state",1,0]', '["visit",1,0,0,null,{}]')).rejects.toThrow('not in it');
  });
});

describe('counting', () => {
  it('[V12] copies count once, wherever in the journal and in whatever segment they come', async () => {
    const copies = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(journal, copies, cuts, async (sketches, extra, places) => {
        const plain = records(sketches);
        const copied: JournalRecord[] = [...plain];
        for (const [which, offset] of extra) {
          const original = plain[which % plain.length] as HitRecord;
          const from = copied.indexOf(original) + 1;
          copied.splice(from + (offset % (copied.length - from + 1)), 0, { ...original });
        }
        const without = await processAll(testPipeline(), [[SETTINGS, ...plain]]);
        const withCopies = await processAll(testPipeline(), cut([SETTINGS, ...copied], places));
        const ids = (batches: readonly Batch[]) => stored(batches).map((row) => row.hit_id);
        expect(ids(withCopies)).toEqual(ids(without));
        const shape = (batches: readonly Batch[]) =>
          finalVisits(batches).map((v) => [v.started_at, v.ended_at, v.hits, v.page_views, v.goal_ids]);
        expect(shape(withCopies)).toEqual(shape(without));
        const dropped = withCopies.flatMap((batch) => [...batch.notes.values()]);
        expect(dropped.reduce((sum, { duplicate = 0 }) => sum + duplicate, 0)).toBe(extra.length);
      }),
    );
  });

  it('[V31] a copy of a hit that is no longer known counts and is noted; a hit of now is not', async () => {
    const hits = Array.from({ length: 40 }, (_, index) => hit({ at: index * 60, rn: index + 1 }));
    const late = { ...(hits[2] as HitRecord), t: NOON + 3_000_000 };
    const fresh = hit({ at: 3_060, rn: 99 });
    const run = (maxRecentHits: number) =>
      processAll(testPipeline({ maxRecentHits }), [
        [SETTINGS, ...hits],
        [late, fresh, late],
      ]);
    const few = await run(16);
    expect(few[1]?.notes).toEqual(new Map([[late.c, { unchecked: 1, duplicate: 1 }]]));
    expect(stored(few)).toHaveLength(42);
    const many = await run(10_000);
    expect(many[1]?.notes).toEqual(new Map([[late.c, { duplicate: 2 }]]));
    expect(stored(many)).toHaveLength(41);
  });

  it('every hit is stored once and in one visit, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(journal, fc.infiniteStream(fc.nat()), cuts, async (sketches, random, places) => {
        const shuffled = records(sketches)
          .map((record) => [random.next().value as number, record] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, record]) => record);
        const batches = await processAll(testPipeline(), cut([SETTINGS, ...shuffled], places));
        const hits = stored(batches);
        expect(hits).toHaveLength(sketches.length);
        for (const visit of finalVisits(batches)) {
          const own = hits.filter((row) => row.visit_id === visit.visit_id);
          const ownViews = own.filter((row) => row.kind === 'view').length;
          expect([visit.hits, visit.page_views]).toEqual([own.length, ownViews]);
          expect(sorted(visit.goal_ids)).toEqual(sorted(own.flatMap((row) => row.goal_ids)));
          expect(visit.started_at).toBe(Math.min(...own.map((row) => row.at)));
          expect(visit.ended_at).toBe(Math.max(...own.map((row) => row.at)));
          expect(new Set(own.map((row) => row.visitor_id))).toEqual(new Set([visit.visitor_id]));
        }
        const views = finalVisits(batches).reduce((sum, visit) => sum + visit.page_views, 0);
        expect(views).toBe(hits.filter((row) => row.kind === 'view').length);
        const reaches = hits.flatMap((row) => row.goal_ids.filter((id) => id === 1));
        expect(reaches).toHaveLength(sketches.filter(({ lead }) => lead).length);
      }),
    );
  });

  it('[V2] without advertisements, visits of a visitor never run into each other', async () => {
    await fc.assert(
      fc.asyncProperty(journal, async (sketches) => {
        const pages = PAGES.filter((page) => !page.includes('gclid'));
        const visits = finalVisits(
          await processAll(testPipeline(), [[SETTINGS, ...records(sketches, pages)]]),
        );
        for (const visitor of ['1', '2', '3']) {
          const own = visits.filter((visit) => visit.visitor_id === visitor);
          for (const [index, visit] of own.slice(1).entries()) {
            expect(visit.started_at).toBeGreaterThan(own[index]?.ended_at ?? Infinity);
          }
          expect(own.map((visit) => visit.visit_number)).toEqual(own.map((_, index) => index + 1));
        }
      }),
    );
  });

  it('[V12] a hit with no rn is never taken for a duplicate', async () => {
    const same = hit({ at: 0, rn: null });
    const [batch] = await processAll(testPipeline(), [[SETTINGS, same, same]]);
    expect(hitRows(batch as Batch)).toHaveLength(2);
  });

  it('versions rise by one with every segment that changes a visit', async () => {
    const batches = await processAll(testPipeline(), [
      [SETTINGS, hit({ at: 0 }), hit({ at: 1 })],
      [hit({ at: 2, visitor: '9' })],
      [hit({ at: 3 })],
    ]);
    const rows = batches.map((batch) => finalVisits([batch]).map((v) => [v.visitor_id === '9', v.version]));
    expect(rows).toEqual([[[false, 1]], [[true, 1]], [[false, 2]]]);
  });
});

describe('manners', () => {
  it('lets others run every few milliseconds', async () => {
    let pauses = 0;
    const pipeline = testPipeline({
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
    });
    const many = Array.from({ length: 20_000 }, (_, index) =>
      hit({ at: index % 3_600, visitor: `${(index % 2_000) + 1}` }),
    );
    const before = cpuMs();
    await processAll(pipeline, [[SETTINGS, ...many]]);
    expect(pauses).toBeGreaterThan((cpuMs() - before) / 50);
  });

  it('a store that does not answer leaves nothing behind: the segment can be given again', async () => {
    let down = true;
    const pipeline = testPipeline({
      history: {
        lookup: () => (down ? Promise.reject(new Error('down')) : Promise.resolve(new Map())),
      },
    });
    const segment = { number: 1, records: [SETTINGS, hit({ at: 0, rn: 1 })] };
    await expect(pipeline.process(segment)).rejects.toThrow('down');
    down = false;
    const again = await pipeline.process(segment);
    expect(again).toEqual(await testPipeline().process(segment));
  });

  it('a hit of a counter that the journal never named is counted all the same', async () => {
    const [batch] = await processAll(testPipeline(), [[hit({ at: 0, counter: 5 })]]);
    expect(hitRows(batch as Batch).map((row) => row.counter_id)).toEqual([5]);
  });

  it('tells the live feed of every hit that is stored', async () => {
    const [batch] = await processAll(testPipeline(), [
      [SETTINGS, hit({ at: 0, rn: 1 }), hit({ at: 0, rn: 1 }), event('lead', { at: 5, robot: true })],
    ]);
    expect(batch?.live.map((h) => [h.kind, h.identifier, h.goals, h.robot, h.at / 1_000 - NOON])).toEqual([
      ['view', '', [], false, 0],
      ['event', 'lead', [], true, 5],
    ]);
  });
});
