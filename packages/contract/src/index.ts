/** What two packages must agree on. Pure; knows of no other. Each folder has a door of its own name, too. */
export * from './chat/index.ts';
export * from './collection/collection.ts';
export * from './goals/goals.ts';
export * from './management/index.ts';
export * from './reports/stat.ts';
export * from './wire/wire.ts';
