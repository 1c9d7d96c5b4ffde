/** Whether a JSON text holds U+0000, told without parsing it: not every store can keep that character. */

/** Escaped; bare control characters are no JSON. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;

export function hasNul(json: string): boolean {
  return NUL.test(json);
}
