/** Names that two tags set: each sets its own, and whoever asks gets both. */

/**
 * Puts `make(theirs)` at `host[name]` for good. What another script has put there, or puts there later, is what
 * `theirs()` gives.
 * @returns theirs
 */
export const share = <Theirs>(
  host: object,
  name: string,
  make: (theirs: () => Theirs | undefined) => unknown,
): (() => Theirs | undefined) => {
  let given = (host as Record<string, Theirs | undefined>)[name];
  const theirs = (): Theirs | undefined => given;
  const value = make(theirs);
  Object.defineProperty(host, name, {
    get: () => value,
    set: (next: Theirs) => {
      given = next;
    },
  });
  return theirs;
};
