/** Expressions that are plain text but for anchors: most of those that owners write for addresses. */

const PLAIN = /^(\^?)((?:[^\\.+*?()|[\]{}^$]|\\[!-/:-@[-`{-~])*)(\$?)$/u;

/**
 * @returns what the expression asks of a text, without its engine; null where it is more than plain text
 */
export function literalTest(source: string): ((text: string) => boolean) | null {
  // Half of a character would be found within a whole one.
  const match = source.isWellFormed() ? PLAIN.exec(source) : null;
  if (match === null) return null;
  const [, start, escaped = '', end] = match;
  const literal = escaped.replaceAll(/\\(.)/gu, '$1');
  if (start && end) return (text) => text === literal;
  if (start) return (text) => text.startsWith(literal);
  if (end) return (text) => text.endsWith(literal);
  return (text) => text.includes(literal);
}
