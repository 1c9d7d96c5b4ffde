/** Goals: types, the automatic catalogue, and their management. */
export { automaticEntryFor, type AutomaticSettings } from './automatic-entry.ts';
export { CATALOGUE, catalogueEntry, displayName, type CatalogueEntry, type Language } from './catalogue.ts';
export { compileGoals, NO_MEMORY, type CompiledGoals, type GoalMemory } from './compile.ts';
export type { GoalDefinition } from './definition.ts';
export type { GoalConfig, GoalFact, GoalMatcher, GoalType } from './goal-type.ts';
export type { GoalRefusal, GoalStore, NewAutomaticGoal } from './port.ts';
