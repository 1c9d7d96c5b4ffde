/** Follows an array that other scripts push into. */

/** Calls `look` for all that is in the list and all that will be pushed. Whoever else hooks `push` still gets all. */
export const watchList = (list: unknown[], look: (item: unknown) => void): void => {
  const { push } = list;
  list.push = function (...items) {
    items.forEach(look);
    return push.apply(this, items);
  };
  list.slice().forEach(look);
};
