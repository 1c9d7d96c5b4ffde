/** A goal is asked of hits that one of its parts looks at, and of no others. */
import { expect, it } from 'vitest';
import { testGoal } from '../test-goal.ts';
import { factsOf } from './facts-of.ts';

const step = (type: 'url' | 'phone', ...conditions: { type: 'exact' | 'action'; url: string }[]) => ({
  name: '',
  type,
  conditions,
});

it.each([
  ['its type', testGoal({ type: 'url' }), ['view']],
  ['its steps', testGoal({ type: 'step', steps: [step('url'), step('phone')] }), ['link', 'view']],
  [
    '[G56] a page view that an event may stand for',
    testGoal({ type: 'step', steps: [step('url', { type: 'action', url: 'cart' }), step('url')] }),
    ['event', 'view'],
  ],
  [
    'its conditions',
    testGoal({ type: 'multi', conditions: [], all: [{ type: 'action', conditions: [] }] }),
    ['event'],
  ],
] as const)('%s', (_name, goal, facts) => {
  expect([...factsOf(goal)].toSorted()).toEqual(facts);
});
