/** For tests: a goal with everything ordinary but what the test is about. */
import type { GoalDefinition } from './definition.ts';

export function testGoal(changes: Partial<GoalDefinition> = {}): GoalDefinition {
  return {
    id: 1,
    counterId: 1,
    name: 'Goal',
    type: 'action',
    conditions: [{ type: 'exact', url: 'order_sent' }],
    steps: [],
    defaultPrice: 0,
    favorite: false,
    retargeting: false,
    flag: '',
    source: 'user',
    status: 'Active',
    autoEntry: null,
    ...changes,
  };
}
