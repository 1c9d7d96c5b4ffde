/** What other screens use of collection health. */
export { HitList } from './hit-list.tsx';
export { Refusals } from './refusals.tsx';
export { everCounted, lastDay } from './summary.ts';
