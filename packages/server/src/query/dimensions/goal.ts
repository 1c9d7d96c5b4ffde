/** Goals as a dimension [M6], and whether a visit reached a certain one [M10]. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { goalList } from '../lists/goals.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

export const goal = defineDimension({
  id: 'goal',
  kind: 'item',
  list: goalList,
  label: (value, { goalNames }) => ({ id: value, name: goalNames.get(value) ?? value }),
});

const isReached = defineDimension({
  id: 'goal<goal_id>IsReached',
  kind: 'flag',
  sql: ({ args, binder }) => `has(goal_ids, ${binder.bind('UInt64', args.goalId)})`,
  label: yesOrNo,
  known: yesNoValues(),
});

export const goalDimensions: readonly Dimension[] = [goal, isReached];
