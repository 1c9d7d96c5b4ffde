/** The goals that a visit reached; those that were deleted are hidden [G16]. */
import { displayName, type GoalDefinition } from '../../goals/index.ts';
import type { KnownValue } from '../known-values.ts';
import { numberItems, type List } from './list.ts';

export const goalList: List = {
  column: 'goal_ids',
  shown: 'reached_goals',
  item: 'reached',
  form: numberItems,
  needed: 'the number of a goal is needed',
  visible: ({ goals }) => goals,
  known: ({ goals }) => goals.map(goalValue),
};

function goalValue(goal: GoalDefinition): KnownValue {
  const [en, ru] = [displayName(goal, 'en'), displayName(goal, 'ru')];
  return { id: String(goal.id), spellings: [String(goal.id), goal.name, en, ru] };
}
