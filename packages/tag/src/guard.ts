/** Keeps every error of ours, and of the callbacks we are handed, out of the host page. */

/** Makes `run` one that never throws; it then returns `undefined`. */
export const guard =
  <A extends unknown[], R>(run: (...args: A) => R) =>
  (...args: A): R | undefined => {
    try {
      return run(...args);
    } catch {
      return undefined;
    }
  };

/** Calls what the page gave as a callback, if it is one. */
export const callBack = guard((callback: unknown, context?: unknown, value?: unknown): void => {
  if (typeof callback === 'function') callback.call(context, value);
});
