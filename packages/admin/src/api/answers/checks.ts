/** Checks answers by their shapes, which are loaded once the first screen stands: they must not hold it up. */
interface Shape<T> {
  parse(answer: unknown): T;
}

type Check = () => Promise<unknown>;

/** What is heard of on the page before an answer is shown; who prevents it checks the answer later. */
const BEFORE_SHOWN = 'goalpost:answer';

/** Absent where there is no page, as in tests: answers are checked as they come. */
const page = (): EventTarget | undefined => (typeof window === 'undefined' ? undefined : window);

/**
 * Answers are shown as they came until the first screen stands.
 * @returns checks all of them, and from then on each as it comes; fails where one has not the agreed shape
 */
export function deferChecks(of: EventTarget | undefined = page()): () => Promise<void> {
  const late: Check[] = [];
  const take = (event: Event): void => {
    event.preventDefault();
    late.push((event as CustomEvent<Check>).detail);
  };
  of?.addEventListener(BEFORE_SHOWN, take);
  return async () => {
    of?.removeEventListener(BEFORE_SHOWN, take);
    await Promise.all(late.map((check) => check()));
  };
}

/** Reads an answer by a shape that is loaded when first needed. */
export function readBy<Shapes, T>(
  load: () => Promise<Shapes>,
  pick: (shapes: Shapes) => Shape<T>,
  from: EventTarget | undefined = page(),
): (answer: unknown) => Promise<T> {
  return async (answer) => {
    const check = async (): Promise<T> => pick(await load()).parse(answer);
    const event = new CustomEvent<Check>(BEFORE_SHOWN, { cancelable: true, detail: check });
    return from === undefined || from.dispatchEvent(event) ? check() : (answer as T);
  };
}
