/** The analytics store: its port, how to open it, its migrations. */
export { openOlap, type OlapConfig, type OpenOlap } from './open.ts';
export { migrateOlap } from './migrate.ts';
export { createVisitorHistory } from './visitor-history.ts';
export { createVisitorReaches } from './visitor-reaches.ts';
export { createVisitorStory } from './visitor-story.ts';
