/** Lets hits and their answers come first, every few milliseconds of work. */
import { setImmediate } from 'node:timers/promises';

/** Longest work without a pause. */
const SLICE_MS = 4;

/** @returns to be called after each small piece of work; it waits where one has become due */
export function createPauses(): () => Promise<void> | undefined {
  let startedAt = performance.now();
  const rest = async () => {
    await setImmediate();
    startedAt = performance.now();
  };
  return () => (performance.now() - startedAt < SLICE_MS ? undefined : rest());
}
