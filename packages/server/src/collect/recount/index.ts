/** Counting stored hits again. */
export { createRecount, type Recount, type RecountSettings } from './recount.ts';
export type { StoredHit } from './stored-hit.ts';
