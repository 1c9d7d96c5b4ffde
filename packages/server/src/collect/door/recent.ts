/** Remembers answers that are costly to find, for what came lately; bounded, and as fast as a `Map`. */

/**
 * Two generations: what is asked for again moves to the young one, and when that is full the old one is forgotten.
 * @param max entries of one generation
 */
export function remembering<T extends string | number | boolean | object>(
  max: number,
  find: (key: string) => T,
): (key: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const found = old.get(key) ?? find(key);
    if (young.size >= max) {
      old = young;
      young = new Map();
    }
    young.set(key, found);
    return found;
  };
}
