/** Every goal type. A new one is a new file in `types/` and a line here. */
import type { GoalTypeId } from '@goalpost/contract/goals';
import type { GoalType } from './goal-type.ts';
import { action } from './types/action.ts';
import { number } from './types/number.ts';
import { step } from './types/step.ts';
import { url } from './types/url.ts';

export const GOAL_TYPES: Readonly<Record<GoalTypeId, GoalType>> = { action, url, number, step };
