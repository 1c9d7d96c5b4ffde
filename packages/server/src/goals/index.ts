/** Goals: types, the automatic catalogue, and their management. */
export { automaticEntryFor, sameCondition, type AutomaticSettings } from './automatic-entry.ts';
export { createAutomaticGoals, type AutomaticGoalsDeps } from './automatic-goals.ts';
export { CATALOGUE, catalogueEntry, displayName, type CatalogueEntry, type Language } from './catalogue.ts';
export { compileGoals, NO_MEMORY, type CompiledGoals, type GoalMemory, type LateReach } from './compile.ts';
export { isAwaited, MAX_WAITING, placesAwaited } from './waiting-hits.ts';
export type { StepsTaken } from './steps-taken.ts';
export type { GoalDefinition } from './definition.ts';
export { goalEndpoints } from './endpoints.ts';
export type { GoalConfig, GoalMatcher, GoalType } from './goal-type.ts';
export type { GoalFact } from './fact.ts';
export type { GoalManagementDeps } from './management.ts';
export type { GoalRefusal, GoalStore, NewAutomaticGoal } from './port.ts';
export { toGoal } from './shape.ts';
