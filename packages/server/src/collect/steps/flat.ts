/** Making one string of the many pieces that a line was put together from. */

/**
 * The same text. V8 keeps a concatenated string as a tree of its pieces until someone reads it; a batch of
 * such trees would be millions of small objects for the garbage collector to carry about.
 */
export function flat(text: string): string {
  Number(text);
  return text;
}
