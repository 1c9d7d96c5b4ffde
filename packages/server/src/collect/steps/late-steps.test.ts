/** Steps of a goal by the hits' own times, through the whole pipeline [G28–G30]; and hits between visits [V23]. */
import type { Step } from '@goalpost/contract/goals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../journal-record.ts';
import {
  actionGoal,
  collect,
  config,
  event,
  finalVisits,
  hit,
  hitRows,
  NOON,
  processAll,
  testPipeline,
  type TestHit,
} from '../test-journal.ts';

const onView = (url: string): Step => ({ name: '', type: 'url', conditions: [{ type: 'contain', url }] });
const stepGoal = (id: number, ...urls: string[]) =>
  actionGoal(id, '', { type: 'step', conditions: [], steps: urls.map(onView) });
const BOUGHT = stepGoal(1, '/cart', '/thanks');

const view = (path: string, at: number, more: Partial<TestHit> = {}) =>
  hit({ at, url: `https://shop.example/${path}`, ...more });
/** Kept while offline: it arrives an hour after noon. */
const late = (path: string, at: number, more: Partial<TestHit> = {}) =>
  view(path, at, { arrived: 3_600, ...more });

/** `[seconds past noon of its reaches]` of each hit, by arrival. */
async function times(records: readonly JournalRecord[], goals = [BOUGHT]) {
  const { hits, visits } = await collect(records, { goals });
  const inVisits = visits.flatMap((row) => row.goal_times.map((time) => time - NOON));
  const byHit = hits.map((row) => row.goal_times.map((time) => time - NOON));
  expect(inVisits.toSorted((a, b) => a - b)).toEqual(byHit.flat().toSorted((a, b) => a - b));
  return byHit;
}

describe('[G28] steps go by the hits’ own times', () => {
  it('a step that comes late counts where it stands', async () => {
    expect(await times([view('thanks', 50), late('cart', 10)])).toEqual([[], [50]]);
    expect(await times([view('cart', 50), late('thanks', 10)])).toEqual([[], []]);
  });

  it('hits of one second go by their milliseconds, or by their arrival', async () => {
    const exact = [view('thanks', 5, { ms: 900 }), late('cart', 5, { ms: 100 })];
    expect(await times(exact)).toEqual([[], [5]]);
    expect(await times([view('cart', 5), view('thanks', 5)])).toEqual([[], [5]]);
    expect(await times([view('thanks', 5), view('cart', 5)])).toEqual([[], []]);
  });

  it('a whole second comes after what arrived before it in that second', async () => {
    const goal = actionGoal(1, '', {
      type: 'step',
      conditions: [],
      steps: [onView('/cart'), { name: '', type: 'action', conditions: [{ type: 'exact', url: 'chat' }] }],
    });
    const records = [view('cart', 5, { ms: 700 }), event('chat', { at: 5, arrived: 5.9 })];
    expect(await times(records, [goal])).toEqual([[], [5]]);
  });

  it('a hit more than 12 h late stands at its arrival, also as a step [V10]', async () => {
    const records = [view('thanks', 43_200), view('cart', -10, { arrived: 43_201 })];
    expect(await times(records)).toEqual([[], []]);
  });

  it('[G17] steps before an edit are none after it, those of hits that wait neither', async () => {
    const edited = stepGoal(1, '/basket', '/thanks');
    const batches = await processAll(testPipeline(), [
      [config({ goals: [BOUGHT] }), view('thanks', 50)],
      [config({ goals: [edited], revision: 2 }), late('basket', 10), late('thanks', 20)],
    ]);
    expect(batches.flatMap(hitRows).map((row) => row.goal_times.length)).toEqual([0, 0, 1]);
  });
});

describe('[G29] what a late step completes', () => {
  it('stands at the time of its last step, with that hit’s price, and comes with the late hit', async () => {
    const first = [config({ goals: [BOUGHT] }), view('thanks', 50, { params: { order_price: 7 } })];
    const batches = await processAll(testPipeline(), [
      first,
      [late('cart', 10, { params: { order_price: 3 } })],
    ]);
    const rows = batches.map(hitRows);
    expect(rows.map(([row]) => row?.goal_ids)).toEqual([[], [1]]);
    expect(rows[1]?.[0]).toMatchObject({ goal_times: [NOON + 50], goal_prices: [7] });
    expect(finalVisits(batches).map((row) => [row.goal_times, row.goal_prices, row.version])).toEqual([
      [[NOON + 50], [7], 2],
    ]);
  });

  it('is every later hit that fits the last step, oldest first', async () => {
    const visit = [view('thanks', 30), view('thanks', 50), view('thanks', 5), late('cart', 10)];
    expect(await times(visit)).toEqual([[], [], [], [30, 50]]);
    const own = [actionGoal(2, '', { type: 'url', conditions: [{ type: 'contain', url: '/cart' }] }), BOUGHT];
    expect(await times(visit, own)).toEqual([[], [], [], [10, 30, 50]]);
  });

  it('[G7] is thinned out by the times of the reaches', async () => {
    const exact = (ms: number) => view('thanks', 30, { ms });
    expect(await times([exact(0), exact(600), view('thanks', 40), late('cart', 10)])).toEqual([
      [],
      [],
      [],
      [30, 40],
    ]);
  });

  it('[G8] is at most 400 a visit', async () => {
    const lead = actionGoal(2, 'lead');
    const leads = Array.from({ length: 399 }, (_, index) => event('lead', { at: index * 2 }));
    const records = [...leads, view('thanks', 1_000), view('thanks', 1_010), late('cart', 10)];
    const { visits } = await collect(records, { goals: [BOUGHT, lead] });
    expect(visits[0]?.goal_ids.filter((id) => id === 1)).toHaveLength(1);
    expect(visits[0]?.goal_ids).toHaveLength(400);
  });

  it('is the same for any order of arrival, in any segments, with a checkpoint between', async () => {
    const paths = fc.constantFrom('cart', 'pay', 'thanks', 'cart/pay', 'other');
    const goals = [BOUGHT, stepGoal(2, '/cart', '/pay', '/thanks'), stepGoal(3, '/cart', '/cart', '/pay')];
    const story = fc.array(fc.tuple(paths, fc.nat({ max: 3_000 })), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(story, fc.nat({ max: 12 }), async (hits, stop) => {
        const at = (index: number) => index * 100;
        const records = hits
          .map(([path, delay], index) => ({
            delay,
            record: view(path, at(index), { arrived: 5_000 + index }),
          }))
          .toSorted((one, other) => one.delay - other.delay)
          .map(({ record }, place) => ({ ...record, t: (NOON + 5_000 + place) * 1_000 }));
        const first = testPipeline();
        const batches = await processAll(first, [[config({ goals }), ...records.slice(0, stop)]]);
        const loaded = testPipeline();
        await loaded.load(lines([...first.dump()]));
        batches.push(...(await processAll(loaded, [records.slice(stop)], 2)));
        const [visit] = finalVisits(batches);
        for (const goal of goals) {
          const expected = reachedInOrder(
            hits.map(([path]) => `/${path}`),
            goal.steps.map((step) => step.conditions[0]?.url ?? ''),
          ).map((index) => NOON + at(index));
          const reached = (visit?.goal_times ?? []).filter((_, index) => visit?.goal_ids[index] === goal.id);
          expect(reached).toEqual(expected);
        }
      }),
    );
  });
});

describe('a checkpoint of an earlier version', () => {
  it('is read: steps that it knows no time of come before every hit', async () => {
    const first = testPipeline();
    await processAll(first, [[config({ goals: [BOUGHT] }), view('cart', 50)]]);
    const old = [...first.dump()].map((line) => {
      const [kind, ...rest] = JSON.parse(line) as [string, ...unknown[]];
      if (kind === 'state') return JSON.stringify([kind, 1, rest[1]]);
      if (kind !== 'visit') return line;
      const kept = rest[4] as unknown[];
      const { mark } = (kept[24] as Record<string, { mark: number }>)[1] ?? { mark: 0 };
      return JSON.stringify([kind, ...rest.slice(0, 4), [...kept.slice(0, 24), { 1: mark * 8 + 1 }]]);
    });
    const loaded = testPipeline();
    await loaded.load(lines(old));
    const batches = await processAll(loaded, [[view('thanks', 60)]], 2);
    expect(finalVisits(batches).map((row) => row.goal_times)).toEqual([[NOON + 60]]);
  });

  it('[V43] is read: what its visits say nothing of has no value', async () => {
    const first = testPipeline();
    await processAll(first, [[config({ goals: [BOUGHT] }), view('cart', 50)]]);
    const old = [...first.dump()].flatMap((line) => {
      const [kind, ...rest] = JSON.parse(line) as [string, ...unknown[]];
      if (kind === 'client') return [];
      if (kind === 'state') return [JSON.stringify([kind, 2, rest[1]])];
      return [JSON.stringify([kind, ...rest.slice(0, kind === 'visit' ? 5 : undefined)])];
    });
    const loaded = testPipeline();
    await loaded.load(lines(old));
    const batches = await processAll(loaded, [[view('thanks', 60)]], 2);
    expect(finalVisits(batches)).toMatchObject([
      { goal_times: [NOON + 60], window_width: 0, client_zone: 32_767 },
    ]);
  });
});

it('[V23] a late hit between two visits joins one of them, and neither the other', async () => {
  const before = [config(), view('a', 0), view('b', 3_000)];
  const batches = await processAll(testPipeline(), [before, [late('c', 1_500)]]);
  const [known, changed] = batches.map((batch) => finalVisits([batch]));
  expect(known?.map((row) => [row.started_at - NOON, row.hits])).toEqual([
    [0, 1],
    [3_000, 1],
  ]);
  expect(changed?.map((row) => [row.visit_id, row.started_at - NOON, row.ended_at - NOON])).toEqual([
    [known?.[0]?.visit_id, 0, 1_500],
  ]);
  const visitOf = batches.flatMap(hitRows).map((row) => row.visit_id);
  expect(visitOf).toEqual([known?.[0]?.visit_id, known?.[1]?.visit_id, known?.[0]?.visit_id]);
});

/** Which hits reach the goal, all read in the order of their times. */
function reachedInOrder(paths: readonly string[], steps: readonly string[]): number[] {
  let taken = 0;
  const reached: number[] = [];
  for (const [index, path] of paths.entries()) {
    if (!path.includes(steps[taken] ?? '')) continue;
    if (taken === steps.length - 1) reached.push(index);
    else taken++;
  }
  return reached;
}

async function* lines(of: readonly string[]): AsyncGenerator<string> {
  yield* of;
}
