/** Goals: types, the automatic catalogue, and their management. */
export type { GoalDefinition } from './definition.ts';
export type { GoalConfig, GoalFact, GoalMatcher, GoalType } from './goal-type.ts';
