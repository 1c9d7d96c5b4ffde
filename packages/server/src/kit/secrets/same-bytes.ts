/** Whether a secret that was given is the right one; how long it takes tells nothing of where they differ. */
import { timingSafeEqual } from 'node:crypto';

export const isSameBytes = (given: Uint8Array, right: Uint8Array): boolean =>
  given.length === right.length && timingSafeEqual(given, right);
