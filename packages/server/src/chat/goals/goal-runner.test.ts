import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGoalRunner } from './goal-runner.ts';
import type { PendingGoal } from '../records.ts';
import { createTestStore, type TestStore } from '../test-store.ts';

const goal = (id: string): PendingGoal => ({
  id,
  counterId: 1,
  visitor: '17000000001',
  event: 'Jivo_Client_initiate_chat',
  context: { url: '', title: '', referrer: '', agent: '', country: '', language: '', phone: false },
  at: 0,
});

let store: TestStore;
let put: string[];
let fails: boolean;
const runner = () =>
  createGoalRunner({
    store,
    journal: {
      async put({ id }) {
        if (fails) throw new Error('the disk is full');
        put.push(id);
      },
    },
    clock: { now: () => 0 },
    log: { warn() {}, error() {} },
    retryMs: 1_000,
  });
const marked = () => [...store.all.goals.values()].filter(({ journaled }) => journaled).map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  store = createTestStore();
  put = [];
  fails = false;
});
afterEach(() => vi.useRealTimers());

it('[C27] journals a stored goal, and marks it afterwards', async () => {
  await store.addPendingGoal(goal('a'));
  const goals = runner();
  goals.journal(goal('a'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect([put, marked()]).toEqual([['a'], ['a']]);
});

it('[C27] tries again until the journal takes it', async () => {
  await store.addPendingGoal(goal('a'));
  fails = true;
  const goals = runner();
  goals.journal(goal('a'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect([put, marked()]).toEqual([[], []]);
  fails = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect([put, marked()]).toEqual([['a'], ['a']]);
});

it('[C27] takes up at the next start what was not marked, and nothing else', async () => {
  for (const id of ['a', 'b']) await store.addPendingGoal(goal(id));
  await store.goals.done(['a']);
  await runner().resume();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(put).toEqual(['b']);
});

it('[C26] adds the same goal once', async () => {
  const goals = runner();
  expect([await goals.add(goal('a')), await goals.add(goal('a'))]).toEqual([true, false]);
  await goals.close();
  expect([put, marked()]).toEqual([['a'], ['a']]);
});

it('closes after what is under way, and leaves the rest for the next start', async () => {
  await store.addPendingGoal(goal('a'));
  fails = true;
  const goals = runner();
  goals.journal(goal('a'));
  await goals.close();
  fails = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([put, marked()]).toEqual([[], []]);
});
