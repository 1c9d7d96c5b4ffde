/** Keeps every error of ours, and of the callbacks we are handed, out of the host page. */

/** Makes `run` one that never throws; it then returns `undefined`. */
export const guard = <A extends unknown[], R>(run: (...args: A) => R) =>
  ((a: unknown, b: unknown, c: unknown, d: unknown, e: unknown): R | void => {
    try {
      // Spelled out: to spread a list is to ask its iterator, which pages replace.
      return (run as (...args: unknown[]) => R)(a, b, c, d, e);
    } catch {
      // What gives nothing back gives `undefined`.
    }
  }) as (a?: A[0], b?: A[1], c?: A[2], d?: A[3], e?: A[4]) => R | undefined;

/** What `run` gives; `undefined` where it throws. */
export const attempt = <R>(run: () => R): R | undefined => guard(run)();

/** Calls what the page gave as a callback, if it can be called. */
export const callBack = guard((run: unknown, context?: unknown, value?: unknown): void => {
  // Asked, not tried: the browser writes down where a function was that throws, and that takes long.
  if (!run) return;
  // By `call` only where it must be: pages replace that too.
  if (context) (run as (value: unknown) => void).call(context, value);
  else (run as (value: unknown) => void)(value);
});

/** A word in the console for the page's author. */
export const warn = guard((text: string, value?: unknown): void =>
  // oxlint-disable-next-line no-console -- the page's author must learn why something is not counted
  console.warn(text, value),
);
