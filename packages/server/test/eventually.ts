/** For tests: waits for what must come, and says what came instead if it never does. */

/**
 * Only so that a test that hangs ends some day, as `expect.poll` does (`vitest.config.ts`): a start of the server
 * took over two minutes where thirty processes shared two cores.
 */
export const PATIENCE_MS = 300_000;

/** @returns of a test that waits in each of its rounds, in ms: never less than tests have by themselves */
export const limitOf = (rounds: number): number => Math.max(900_000, (rounds + 1) * PATIENCE_MS);

/** @param looks run whenever something came; this adds its own, and takes it away */
export function eventually<T>(
  looks: Set<() => void>,
  find: () => T | undefined,
  instead: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      looks.delete(look);
      reject(new Error(instead()));
    }, PATIENCE_MS);
    function look(): void {
      const found = find();
      if (found === undefined) return;
      looks.delete(look);
      clearTimeout(timer);
      resolve(found);
    }
    looks.add(look);
    look();
  });
}
