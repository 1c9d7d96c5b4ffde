/** The goals' step [G1, G6–G9, G11, G12, G15–G19], through the whole pipeline. */
import { describe, expect, it } from 'vitest';
import type { GoalDefinition } from '../../goals/index.ts';
import type { Batch } from '../run/batch.ts';
import type { CounterConfig } from '../state/counter-config.ts';
import type { JournalRecord } from '../journal-record.ts';
import {
  actionGoal,
  collect,
  config,
  COUNTER,
  event,
  finalVisits,
  hit,
  hitRows,
  NOON,
  processAll,
  testPipeline,
  type TestHit,
} from '../test-journal.ts';

const LEAD = actionGoal(1, 'lead');
const lead = (at: number, more: Partial<TestHit> = {}) => event('lead', { at, ...more });

/** Number of reaches by goal. */
async function reaches(records: readonly JournalRecord[], settings: Partial<CounterConfig> = {}) {
  const { hits, visits } = await collect(records, { goals: [LEAD], ...settings });
  const byHit = count(hits.flatMap((h) => h.goal_ids));
  expect(count(visits.flatMap((v) => v.goal_ids))).toEqual(byHit);
  return byHit;
}

function count(ids: readonly number[]): Record<number, number> {
  const found: Record<number, number> = {};
  for (const id of ids) found[id] = (found[id] ?? 0) + 1;
  return found;
}

const totals = (batches: readonly Batch[]) => count(batches.flatMap(hitRows).flatMap((h) => h.goal_ids));

describe('reaches', () => {
  it('[G1] stand with the hit and with the visit', async () => {
    const view = actionGoal(2, '', { type: 'url', conditions: [{ type: 'contain', url: '/thanks' }] });
    const { hits, visits } = await collect(
      [hit({ at: 0 }), lead(5), hit({ at: 10, url: 'https://shop.example/thanks' })],
      { goals: [LEAD, view] },
    );
    expect(hits.map((h) => [h.goal_ids, h.goal_times.map((t) => t - NOON)])).toEqual([
      [[], []],
      [[1], [5]],
      [[2], [10]],
    ]);
    expect(visits[0]?.goal_ids).toEqual([1, 2]);
    expect(visits[0]?.goal_times).toEqual([NOON + 5, NOON + 10]);
  });

  it('[G18] an event that fits no goal is a hit without a reach', async () => {
    expect(await reaches([event('other', { at: 0 })])).toEqual({});
  });

  it('[G19] robots reach nothing while they are kept apart', async () => {
    expect(await reaches([lead(0, { robot: true })])).toEqual({});
    expect(await reaches([lead(0, { robot: true })], { filterRobots: false })).toEqual({ 1: 1 });
  });

  it('are listed oldest first, whenever they came', async () => {
    const { visits } = await collect([lead(60), lead(30, { arrived: 61 }), lead(90)], { goals: [LEAD] });
    expect(visits[0]?.goal_times.map((time) => time - NOON)).toEqual([30, 60, 90]);
  });

  it('[G2] steps count within one visit', async () => {
    const steps = actionGoal(3, '', {
      type: 'step',
      conditions: [],
      steps: [
        { name: '', type: 'url', conditions: [{ type: 'contain', url: '/cart' }] },
        { name: '', type: 'action', conditions: [{ type: 'exact', url: 'lead' }] },
      ],
    });
    const cart = (at: number) => hit({ at, url: 'https://shop.example/cart' });
    expect(await reaches([lead(0), cart(1), lead(5)], { goals: [steps] })).toEqual({ 3: 1 });
    expect(await reaches([cart(0), lead(1_801)], { goals: [steps] })).toEqual({});
  });

  it('a goal that does not compile reaches nothing and stops nothing', async () => {
    const broken = actionGoal(9, '', { conditions: [{ type: 'regexp', url: '(' }] });
    expect(await reaches([lead(0)], { goals: [broken, LEAD] })).toEqual({ 1: 1 });
  });
});

describe('prices', () => {
  const priced = async (params: unknown, defaultPrice = 0) => {
    const goals = [actionGoal(1, 'lead', { defaultPrice })];
    const { visits } = await collect([lead(0, { params })], { goals });
    return [visits[0]?.goal_prices, visits[0]?.goal_currencies];
  };

  it.each([
    [{ order_price: 10.5, currency: 'USD' }, 7, 10.5, 'USD'],
    [{ order_price: '20' }, 7, 20, 'RUB'],
    [undefined, 7, 7, 'RUB'],
    [{ order_price: -1 }, 7, 0, 'RUB'],
    [{ order_price: '1 999,90 грн' }, 7, 1_999.9, 'UAH'],
    [{ order_price: '1,999' }, 7, 0, 'RUB'],
    [{ order_price: '' }, 7, 7, 'RUB'],
    [{ order_price: 5, currency: 'points' }, 7, 0, 'RUB'],
    [{ order_price: 5, text: 'x'.repeat(9_000) }, 7, 5, 'RUB'],
    [{ order_price: 0 }, 7, 0, 'RUB'],
    [{ other: 1 }, 0, 0, 'RUB'],
  ])('[G6] params %j and default %i', async (params, defaultPrice, price, currency) => {
    expect(await priced(params, defaultPrice)).toEqual([[price], [currency]]);
  });
});

describe('once a second', () => {
  it('[G7] whole seconds: equal ones are one', async () => {
    expect(await reaches([lead(5), lead(5), lead(5)])).toEqual({ 1: 1 });
    expect(await reaches([lead(5), lead(5, { arrived: 60 })])).toEqual({ 1: 1 });
  });

  it('[G7] whole seconds: adjacent ones are one if they arrived within 500 ms', async () => {
    expect(await reaches([lead(5, { arrived: 6 }), lead(6, { arrived: 6.5 })])).toEqual({ 1: 1 });
    expect(await reaches([lead(5, { arrived: 6 }), lead(6, { arrived: 6.501 })])).toEqual({ 1: 2 });
    expect(await reaches([lead(6, { arrived: 6 }), lead(5, { arrived: 6.2 })])).toEqual({ 1: 1 });
    expect(await reaches([lead(5, { arrived: 7 }), lead(7, { arrived: 7 })])).toEqual({ 1: 2 });
  });

  it('[G7] milliseconds: less than 1,000 ms is one', async () => {
    expect(await reaches([lead(5, { ms: 900 }), lead(6, { ms: 899 })])).toEqual({ 1: 1 });
    expect(await reaches([lead(5, { ms: 900 }), lead(6, { ms: 900 })])).toEqual({ 1: 2 });
  });

  it('[G7] seconds that the tag rounded up are compared as they were sent', async () => {
    const rounded = [lead(6, { arrived: 5.65 }), lead(6, { arrived: 6.45 })];
    expect(await reaches(rounded)).toEqual({ 1: 1 });
  });

  it('[G7] other goals, visitors and counters are apart', async () => {
    const goals = [LEAD, actionGoal(2, 'other')];
    expect(await reaches([lead(5), event('other', { at: 5 })], { goals })).toEqual({ 1: 1, 2: 1 });
    expect(await reaches([lead(5), lead(5, { visitor: '8' })])).toEqual({ 1: 2 });
  });

  it('[G7] a new visit of the same visitor is no way around', async () => {
    const click = hit({ at: 5, url: 'https://shop.example/?gclid=x' });
    const records = [hit({ at: 0 }), lead(5), click, lead(5)];
    expect((await collect(records)).visits).toHaveLength(2);
    expect(await reaches(records)).toEqual({ 1: 1 });
  });
});

describe('400 a visit', () => {
  it('[G8] further ones are dropped, the hits still count', async () => {
    const records = Array.from({ length: 410 }, (_, index) => lead(index * 2));
    expect(await reaches(records)).toEqual({ 1: 400 });
    const { visits } = await collect(records, { goals: [LEAD] });
    expect(visits[0]?.hits).toBe(410);
  });

  it('[G8] all goals together, and anew in the next visit', async () => {
    const goals = [LEAD, actionGoal(2, 'lead')];
    const records = Array.from({ length: 250 }, (_, index) => lead(index * 2));
    const next = Array.from({ length: 10 }, (_, index) => lead(10_000 + index * 2));
    expect(await reaches([...records, ...next], { goals })).toEqual({ 1: 210, 2: 210 });
  });
});

describe('settings in the journal', () => {
  it('[G17] [G16] hits are judged by the goals before them in the journal, not by later ones', async () => {
    const edited = actionGoal(1, 'lead2');
    const deleted = actionGoal(1, 'lead2', { status: 'Deleted' });
    const batches = await processAll(testPipeline(), [
      [config({ goals: [LEAD] }), lead(0), config({ goals: [edited], revision: 2 }), lead(10)],
      [event('lead2', { at: 20 }), config({ goals: [deleted], revision: 3 }), event('lead2', { at: 30 })],
    ]);
    expect(totals(batches)).toEqual({ 1: 2 });
  });

  it('knows the revision of the settings it goes by', async () => {
    const pipeline = testPipeline();
    expect(pipeline.revision(COUNTER)).toBeUndefined();
    await processAll(pipeline, [[config({ revision: 5 }), lead(0)]]);
    expect(pipeline.revision(COUNTER)).toBe(5);
  });
});

describe('automatic goals', () => {
  const CHAT = 'Jivo_Client_initiate_chat';
  const chat = (at: number, more: Partial<TestHit> = {}) => event(CHAT, { at, ...more });

  /** The store of goals: one a counter and entry, whatever becomes of it. */
  function maker(answer: (goal: GoalDefinition) => GoalDefinition | null = (goal) => goal) {
    const calls: string[] = [];
    const make = (counterId: number, entryId: string) => {
      calls.push(`${counterId} ${entryId}`);
      const goal = actionGoal(77, entryId, { source: 'auto', autoEntry: entryId, counterId });
      return Promise.resolve(answer(goal));
    };
    return { calls, automaticGoals: { make } };
  }

  it('[G9] the first event makes the goal, and counts; made once', async () => {
    const { calls, automaticGoals } = maker();
    const pipeline = testPipeline({ automaticGoals });
    const batches = await processAll(pipeline, [
      [config(), hit({ at: 0 }), chat(1), chat(10)],
      [chat(20), event('unknown', { at: 21 })],
    ]);
    expect(totals(batches)).toEqual({ 77: 3 });
    expect(calls).toEqual([`${COUNTER} ${CHAT}`]);
  });

  it.each([
    ['[G15] the switch is off', { autogoals: false }],
    ['[G11] a goal with the same condition stands', { goals: [actionGoal(5, CHAT)] }],
    [
      '[G12] it was made before, and deleted',
      { goals: [actionGoal(77, CHAT, { autoEntry: CHAT, source: 'auto', status: 'Deleted' })] },
    ],
  ] as const)('%s: none is made', async (_, settings) => {
    const { calls, automaticGoals } = maker();
    await processAll(testPipeline({ automaticGoals }), [[config(settings), chat(1)]]);
    expect(calls).toEqual([]);
  });

  it('[G19] robots and duplicates make none', async () => {
    const { calls, automaticGoals } = maker();
    const pipeline = testPipeline({ automaticGoals });
    const first = chat(1, { rn: 5 });
    await processAll(pipeline, [
      [config({ autogoals: false }), first, config({ revision: 2 }), first, chat(2, { robot: true })],
      [first],
    ]);
    expect(calls).toEqual([]);
  });

  it('[V17] what became of the goal since is in a later record: a replay counts the same', async () => {
    const deleted = maker((goal) => ({
      ...goal,
      status: 'Deleted',
      conditions: [{ type: 'exact', url: 'z' }],
    }));
    const segments = [[config(), chat(1)], [chat(10)]];
    const once = await processAll(testPipeline({ automaticGoals: maker().automaticGoals }), segments);
    const again = await processAll(testPipeline({ automaticGoals: deleted.automaticGoals }), segments);
    expect(again).toEqual(once);
    expect(totals(again)).toEqual({ 77: 2 });
  });

  it('[G11] a goal of the owner’s own that came meanwhile: nothing is made, nothing reached', async () => {
    const { calls, automaticGoals } = maker(() => null);
    const batches = await processAll(testPipeline({ automaticGoals }), [
      [config(), chat(1)],
      [config({ revision: 2, goals: [actionGoal(5, CHAT)] }), chat(10)],
    ]);
    expect(totals(batches)).toEqual({ 5: 1 });
    expect(calls).toHaveLength(1);
  });

  it('a failure to make one leaves nothing behind: the segment can be given again', async () => {
    let down = true;
    const works = maker();
    const pipeline = testPipeline({
      automaticGoals: {
        make: (counterId, entryId) =>
          down ? Promise.reject(new Error('down')) : works.automaticGoals.make(counterId, entryId),
      },
    });
    const records = [config(), hit({ at: 0, rn: 1 }), chat(1, { rn: 2 })];
    await expect(pipeline.process({ number: 1, records })).rejects.toThrow('down');
    expect(pipeline.revision(COUNTER)).toBeUndefined();
    down = false;
    const batches = await processAll(pipeline, [records]);
    expect(totals(batches)).toEqual({ 77: 1 });
    expect(finalVisits(batches).map((v) => [v.hits, v.version])).toEqual([[2, 1]]);
  });
});
