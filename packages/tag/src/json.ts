/**
 * JSON as the page's values are, not as its scripts have bent it: Prototype.js puts a `toJSON` on Array.prototype
 * that makes arrays strings, and some pages replace `JSON` altogether.
 */

const quote = (text: string): string =>
  `"${text.replace(/["\\\0-\x1f]/g, (sign) => `\\u${(sign.charCodeAt(0) + 0x1_0000).toString(16).slice(1)}`)}"`;

/** What JSON has no form for becomes `null`. @throws RangeError if the value contains itself */
export const toJson = (value: unknown): string => {
  if (value instanceof Date) return quote(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  if (value && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${quote(key)}:${toJson(inner)}`)
      .join()}}`;
  }
  if (typeof value === 'string') return quote(value);
  return typeof value === 'boolean' || Number.isFinite(value) ? `${value}` : 'null';
};
