import type { GoalInput } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { testCounter } from '../test-counter.ts';
import { createGoalManagement, type GoalManagement } from './management.ts';
import { testGoal } from '../../goals/test-goal.ts';

const counter = testCounter();

const input: GoalInput = {
  name: 'Goal',
  type: 'action',
  default_price: 0,
  is_favorite: 0,
  is_retargeting: 0,
  flag: '',
  conditions: [{ type: 'exact', url: 'order_sent' }],
};

const CHANGES: Readonly<Record<string, (management: GoalManagement) => Promise<unknown>>> = {
  create: (management) => management.create(1, input),
  replace: (management) => management.replace(1, 1, input),
  remove: (management) => management.remove(1, 1),
  restore: (management) => management.restore(1, 1),
};

describe.each(Object.entries(CHANGES))('[G17] %s', (_, change) => {
  it('is answered only when collection knows', async () => {
    const told = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<number>();
    const management = createGoalManagement({
      counters: { get: async () => counter },
      goals: {
        list: async () => [],
        get: async () => testGoal(),
        create: async () => testGoal(),
        replace: async () => testGoal(),
        setStatus: async () => testGoal(),
      },
      publisher: {
        publish: (counterId) => {
          asked.resolve(counterId);
          return told.promise;
        },
      },
    });
    let answered = false;
    const answer = change(management).finally(() => {
      answered = true;
    });
    expect(await asked.promise).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    told.resolve();
    expect(await answer).toEqual(testGoal());
  });
});

describe('[G85] places of the page that the tag looks at for prices', () => {
  const place = (n: number) => ({ type: 'data' as const, value: `data-price${n}` });
  const full = Array.from({ length: 20 }, (_, n) => testGoal({ id: n + 1, pricePlace: place(n) }));
  const management = createGoalManagement({
    counters: { get: async () => counter },
    goals: {
      list: async () => full,
      get: async (_, id) => testGoal({ id, status: id > 20 ? 'Deleted' : 'Active', pricePlace: place(id) }),
      create: async () => testGoal(),
      replace: async () => testGoal(),
      setStatus: async () => testGoal(),
    },
    publisher: { publish: async () => undefined },
  });
  const refused = { items: [{ error_type: 'limit_exceeded', location: 'goal.price_place' }] };

  it('are at most 20, each counted once, for making, changing and restoring a goal', async () => {
    const one = (n: number) => ({ ...input, price_place: place(n) });
    expect(await management.create(1, one(20))).toMatchObject(refused);
    expect(await management.create(1, one(3))).toEqual(testGoal());
    expect(await management.create(1, { ...input, price_place: { type: 'param', value: 'a' } })).toEqual(
      testGoal(),
    );
    expect(await management.replace(1, 5, one(20))).toEqual(testGoal());
    expect(await management.restore(1, 30)).toMatchObject(refused);
  });
});
