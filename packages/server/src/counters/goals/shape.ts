/** A goal in the API's shape. */
import { ownFieldsOf, type Condition, type Goal, type GoalPart, type Step } from '@goalpost/contract/goals';
import {
  CATALOGUE,
  displayName,
  sameCondition,
  type Language,
  type GoalDefinition,
} from '../../goals/index.ts';

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

/** The same for those who are told what goals are called, and neither what reaches them nor what they are worth [A85]. */
export function toNamedGoal(goal: GoalDefinition, language?: Language): Goal {
  const { id, counterId, name, type, favorite, retargeting, flag, source, status, autoEntry } = goal;
  // The catalogue is the same for all counters, and screens tell goals of the chat by it.
  const conditions = CATALOGUE.some((entry) => sameCondition(goal, entry)) ? goal.conditions : [];
  const named = { id, counterId, name, type, favorite, retargeting, flag, source, status, autoEntry };
  return toGoal({ ...named, conditions, steps: [], defaultPrice: 0 }, language);
}
