/** A goal that uploads reach: no hit does [G81]. */
import { defineGoalType, type GoalType } from '../goal-type.ts';

const NEVER = Object.freeze({ reached: Object.freeze([]), memory: null });
const NO_NAMES: readonly string[] = Object.freeze([]);

export function uploadGoal(id: GoalType['id']): GoalType {
  return defineGoalType({
    id,
    compile: () => ({ match: () => NEVER, slow: [] }),
    identifiers: () => NO_NAMES,
    examples: [],
  });
}
