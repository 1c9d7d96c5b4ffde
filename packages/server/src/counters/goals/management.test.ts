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
