import type { Goal } from '@goalpost/contract/goals';
import { describe, expect, it } from 'vitest';
import { chosenGoals, writeGoals } from './chosen-goals.ts';

const goal = (id: number, is_favorite = 0): Goal => ({
  id,
  name: `goal ${id}`,
  type: 'action',
  default_price: 0,
  is_favorite,
  is_retargeting: 0,
  goal_source: 'user',
  status: 'Active',
  flag: '',
  prev_goal_id: 0,
  conditions: [],
});

describe('chosenGoals', () => {
  const goals = [goal(1), goal(2, 1), goal(3)];

  it('takes the favourites unless the address says other ones', () => {
    expect(chosenGoals(undefined, goals, 7)).toEqual([2]);
    expect(chosenGoals('3,1', goals, 7)).toEqual([3, 1]);
    expect(chosenGoals('none', goals, 7)).toEqual([]);
  });

  it('leaves out goals that are deleted or said twice, and those over the limit', () => {
    expect(chosenGoals('9,3,3,1,2', goals, 2)).toEqual([3, 1]);
  });

  it('writes what it reads', () => {
    for (const chosen of [[], [3], [3, 1]]) expect(chosenGoals(writeGoals(chosen), goals, 7)).toEqual(chosen);
  });
});
