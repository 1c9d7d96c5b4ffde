/** The queues in which scripts wait for a tag to come. */
import type { Bag } from './bag.ts';
import { callBack } from './guard.ts';

/** Runs what waits, and from now on whatever is pushed. */
export const runCallbacks = (): void => {
  const globals = window as unknown as Bag;
  ['', '2', 's', 's2'].forEach((ending) => {
    const name = `yandex_metrika_callback${ending}`;
    // One function, or a list of them.
    const waiting = [globals[name]].flat();
    const list: unknown[] = (globals[name] = []);
    list.push = (...callbacks) => {
      callbacks.forEach((callback) => callBack(callback));
      return 0;
    };
    list.push(...waiting);
  });
};
