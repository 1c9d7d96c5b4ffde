/** Follows lists that scripts push into: the queue of `ym`, data layers, and what waits for a tag to come. */
import { globals } from './browser.ts';
import { attempt, callBack, guard } from './guard.ts';
import { each } from './values.ts';

/**
 * Shows `take` whatever is pushed from now on; what it returns true for goes no further. Other scripts that have hooked
 * `push` still gets all the rest.
 * @returns shows it what is in the list
 */
export const follow = (list: unknown[], take: (item: unknown) => unknown): (() => void) => {
  const { push } = list;
  /** Another tag's, that waits for what is pushed. The page's arrays may have no `push` that works. */
  const isHooked = push !== [].push;
  const hook = (...items: unknown[]): number => {
    each(items, (item) => {
      if (take(item)) return;
      if (isHooked) attempt(() => push.call(list, item));
      else list[list.length] = item;
    });
    return list.length;
  };
  list.push = hook;
  // Taken out as a whole and put back silently: to take one may be to look into the list again.
  return () => {
    const items: unknown[] = [];
    each(list, (item) => (items[items.length] = item));
    list.length = 0;
    each(items, (item) => take(item) || (list[list.length] = item));
  };
};

/** Runs what waits in `yandex_metrika_callbacks` and its like, and from now on whatever is pushed. */
export const runCallbacks = (): void => {
  const start = guard((ending: string): void => {
    const name = `yandex_metrika_callback${ending}`;
    const given = globals[name];
    // One function, or a list of them.
    const list = (typeof given === 'function' ? [given] : (given ?? [])) as unknown[];
    globals[name] = list;
    follow(list, (callback) => !callBack(callback))();
  });
  each(['', '2', 's', 's2'], start);
};
