/** Visitors: what the analytics store knows of one person's visits. */
export { createVisitorHistory } from './history.ts';
export type { Story, VisitorReach, VisitorReaches, VisitorStory } from './port.ts';
export { createVisitorReaches } from './reaches.ts';
export { createRestingVisitors } from './resting.ts';
export { createVisitorStory } from './story.ts';
