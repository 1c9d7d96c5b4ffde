/** Checks answers by their shapes, which are loaded once the first screen stands: they must not hold it up. */
interface Shape<T> {
  parse(answer: unknown): T;
}

/** Checks that wait for the first screen; null where answers are checked as they come. */
let waiting: (() => Promise<unknown>)[] | null = null;

/**
 * Answers are shown as they came until the first screen stands.
 * @returns checks all of them, and from then on each as it comes; fails where one has not the agreed shape
 */
export function deferChecks(): () => Promise<void> {
  waiting = [];
  return async () => {
    const late = waiting ?? [];
    waiting = null;
    await Promise.all(late.map((check) => check()));
  };
}

/** Reads an answer by a shape that is loaded when first needed. */
export function readBy<Shapes, T>(
  load: () => Promise<Shapes>,
  pick: (shapes: Shapes) => Shape<T>,
): (answer: unknown) => Promise<T> {
  const check = async (answer: unknown): Promise<T> => pick(await load()).parse(answer);
  return async (answer) => {
    if (waiting === null) return check(answer);
    waiting.push(() => check(answer));
    return answer as T;
  };
}
