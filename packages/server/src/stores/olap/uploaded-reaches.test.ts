/** [G81] [G82] What uploads tell of: the visit it finds, once each, and what reports say. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { UploadedReach, UploadedReaches } from '../../counters/index.ts';
import { config, hit, NOON, processAll, testPipeline } from '../../collect/test-journal.ts';
import { testCounter } from '../../counters/test-counter.ts';
import { testGoal } from '../../goals/test-goal.ts';
import { startTestStat, type TestStat } from '../../query/test-stat.ts';
import { createUploadedReaches } from './uploaded-reaches.ts';

const START = Date.parse('2026-03-10T12:00:00Z') / 1_000;
const SHIFT = START - NOON;
const DAY = 86_400;
const [ANN, BOB, NOBODY] = ['1700000000000000001', '1700000000000000002', '1700000000000000009'] as const;

let stat: TestStat;
let uploads: UploadedReaches;
let counterId = 800;

beforeAll(async () => {
  stat = await startTestStat();
  uploads = createUploadedReaches(stat.olap);
});
afterAll(() => stat.close());

/** Ann's visits begin at noon and two hours later, Bob's at noon. */
beforeEach(async () => {
  const counter = (counterId += 1);
  stat.counters = [testCounter({ id: counter, timeZone: 'UTC', currency: 'RUB' })];
  stat.goals = [
    testGoal({ id: 1, counterId: counter, type: 'call', conditions: [] }),
    testGoal({ id: 2, counterId: counter, type: 'cdp_order_paid', conditions: [] }),
  ];
  const [batch] = await processAll(testPipeline(), [
    [
      config({ counterId: counter, goals: stat.goals }),
      hit({ counter, visitor: ANN, at: SHIFT }),
      hit({ counter, visitor: BOB, at: SHIFT + 60 }),
      hit({ counter, visitor: ANN, at: SHIFT + 7_200 }),
    ],
  ]);
  await stat.olap.insert('visits', batch?.visits ?? '', `visits-${counter}`);
});

const told = (key: string, changes: Partial<UploadedReach> = {}): UploadedReach => ({
  goalId: 1,
  key,
  visitor: ANN,
  at: (START + 600) * 1_000,
  price: 0,
  currency: 'RUB',
  ...changes,
});
const written = (token: string, version = 1) => ({ token: `${counterId}-${token}`, version });

async function reported(goal: number): Promise<readonly (number | null)[]> {
  const names = ['reaches', 'visits', 'users', 'revenue'].map((name) => `ym:s:goal${goal}${name}`);
  return (await stat.data({ ids: String(counterId), metrics: names.join(',') })).totals;
}

it('[G82] finds the visit that was latest begun, or stands on the visitor alone', async () => {
  const reaches = [
    told('first', { price: 10 }),
    told('second', { at: (START + 3 * 7_200) * 1_000, price: 5 }),
    told('same visit', { at: (START + 10 * DAY) * 1_000 }),
    told('too late', { at: (START + 30 * DAY) * 1_000 }),
    told('too early', { at: (START - 60) * 1_000 }),
    told('unknown', { visitor: NOBODY }),
    told('paid', { goalId: 2, visitor: BOB, at: (START + DAY) * 1_000, price: 1_500.5 }),
  ];
  expect(await uploads.put(counterId, reaches, written('all'))).toEqual({
    ofVisits: 4,
    ofVisitors: 3,
    dropped: 0,
  });
  expect(await reported(1)).toEqual([3, 2, 1, 15]);
  expect(await reported(2)).toEqual([1, 1, 1, 1_500.5]);
  expect([...(await uploads.standing(counterId))].toSorted()).toEqual([
    [1, { ofVisits: 3, ofVisitors: 3 }],
    [2, { ofVisits: 1, ofVisitors: 0 }],
  ]);
});

it('counts each once, however often it is told, and what was told last', async () => {
  const one = told('one', { price: 10 });
  await uploads.put(counterId, [one, told('two')], written('a'));
  await uploads.put(counterId, [one], written('b'));
  expect(await reported(1)).toEqual([2, 1, 1, 10]);
  await uploads.put(counterId, [{ ...one, price: 25 }], written('c', 2));
  expect(await reported(1)).toEqual([2, 1, 1, 25]);
});

it('[G8] leaves at most 1,000 to a visit, and says how many it dropped', async () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => told(String(from + at)));
  expect(await uploads.put(counterId, many(0, 990), written('a'))).toMatchObject({
    ofVisits: 990,
    dropped: 0,
  });
  expect(await uploads.put(counterId, many(985, 20), written('b'))).toMatchObject({
    ofVisits: 15,
    dropped: 5,
  });
  expect(await reported(1)).toEqual([1_000, 1, 1, 0]);
});
