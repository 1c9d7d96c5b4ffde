/** Cutting text to size, so that it is whole characters and fit for storing. */

/** At most `length` UTF-16 units; no character is cut in half, and lone surrogates become U+FFFD. */
export function cutText(text: string, length: number): string {
  return text.length > length ? detach(text.slice(0, length)).toWellFormed() : text.toWellFormed();
}

// eslint-disable-next-line no-control-regex
const WIDE = /[^\u0000-\u00ff]/;

/**
 * A copy that does not keep its parent alive: V8 makes a slice of a long string point into that string, so
 * that a kept visitor number would keep its whole request.
 */
export function detach(text: string): string {
  if (text.length < 13) return text;
  const encoding = WIDE.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}
