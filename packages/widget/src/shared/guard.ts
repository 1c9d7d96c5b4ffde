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

/** As `guard`; what stops the chat is said to the page's author. */
export const tried: typeof guard =
  (run) =>
  (...args) => {
    try {
      return run(...args);
    } catch (error) {
      try {
        // oxlint-disable-next-line no-console -- the page's author must learn why there is no chat
        console.warn('Goalpost: no chat, this page has changed built-ins.', error);
      } catch {
        // It has changed that, too.
      }
      return undefined;
    }
  };

/** Calls what the page gave as a callback, if it is one. */
export const callBack = guard((callback: unknown, ...args: unknown[]): void => {
  if (typeof callback === 'function') (callback as (...args: unknown[]) => unknown)(...args);
});

/** A promise that is not awaited and that may fail. By `await`: pages replace the `catch` of promises. */
export const quietly = (promise: Promise<unknown>): void => {
  void (async () => {
    try {
      await promise;
    } catch {
      // No caller waits for it.
    }
  })();
};
