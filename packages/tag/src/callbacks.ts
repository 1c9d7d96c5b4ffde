/** The queues in which scripts wait for a tag to come. */
import type { Bag } from './bag.ts';
import { follow } from './follow.ts';
import { callBack } from './guard.ts';

/** Runs what waits, and from now on whatever is pushed. */
export const runCallbacks = (): void =>
  ['', '2', 's', 's2'].forEach((ending) => {
    const globals = window as unknown as Bag;
    const name = `yandex_metrika_callback${ending}`;
    // One function, or a list of them.
    const waiting = [globals[name]].flat();
    globals[name] = waiting;
    follow(waiting, (callback) => {
      callBack(callback);
      return true;
    })();
  });
