/** What other screens use of collection health. */
export { HitList } from './hit-list.tsx';
export { useRefusal } from './words.ts';
