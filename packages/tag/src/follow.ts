/** Follows a list that scripts push into. */

/**
 * Shows `take` whatever is pushed from now on; what it returns true for goes no further. Whoever else has hooked
 * `push` still gets all the rest.
 * @returns shows it what is in the list
 */
export const follow = (list: unknown[], take: (item: unknown) => unknown): (() => void) => {
  const { push } = list;
  list.push = (...items) => {
    items.forEach((item) => take(item) || push.call(list, item));
    return list.length;
  };
  // Taken out as a whole and put back silently: to take one may be to look into the list again.
  return () => list.splice(0).forEach((item) => take(item) || (list[list.length] = item));
};
