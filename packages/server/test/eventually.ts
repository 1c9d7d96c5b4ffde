/** For tests: waits for what must come, and says what came instead if it never does. */

/** Only so that a test that hangs ends some day: no machine is so busy. */
export const PATIENCE_MS = 120_000;

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
