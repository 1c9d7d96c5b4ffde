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

/** Calls what the page gave as a callback, if it can be called. */
export const callBack = guard((callback: unknown, context?: unknown, value?: unknown): void =>
  (callback as { call?(context: unknown, value: unknown): void } | undefined)?.call?.(context, value),
);
