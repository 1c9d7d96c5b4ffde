/** A goal in the API's shape. */
import { ownFieldsOf, type Condition, type Goal, type GoalPart, type Step } from '@goalpost/contract/goals';
import { displayName, type Language, type GoalDefinition } from '../../goals/index.ts';

const toCondition = ({ type, url, path }: Condition): Condition =>
  path === undefined ? { type, url } : { type, url, path };

const toStep = ({ name, type, conditions }: Step): Step => ({
  name,
  type,
  conditions: conditions.map(toCondition),
});

const toPart = (part: GoalPart): GoalPart => ({
  type: part.type,
  conditions: part.conditions.map(toCondition),
  ...ownFieldsOf(part.type, part),
});

/** @param language of an automatic goal's name, while it has the one it was made with */
export function toGoal(goal: GoalDefinition, language: Language = 'en'): Goal {
  return {
    id: goal.id,
    name: displayName(goal, language),
    type: goal.type,
    default_price: goal.defaultPrice,
    ...(goal.pricePlace === undefined ? {} : { price_place: goal.pricePlace }),
    is_favorite: goal.favorite ? 1 : 0,
    is_retargeting: goal.retargeting ? 1 : 0,
    goal_source: goal.source,
    status: goal.status,
    flag: goal.flag,
    prev_goal_id: 0,
    conditions: goal.conditions.map(toCondition),
    ...(goal.type === 'step' ? { steps: goal.steps.map(toStep) } : {}),
    ...(goal.any === undefined ? {} : { any: goal.any.map(toPart) }),
    ...(goal.all === undefined ? {} : { all: goal.all.map(toPart) }),
    ...ownFieldsOf(goal.type, goal.fields ?? {}),
  };
}
