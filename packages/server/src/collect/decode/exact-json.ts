/** JSON without losses: numbers that a double cannot hold stay as they were written [W24]. */

/** What Node has beyond the library that TypeScript knows. */
interface RawJson {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
  parse(
    text: string,
    revive: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
}
const RAW = JSON as unknown as RawJson;

/** Without one of these, every number is what a double says. */
const MAY_BE_LOST = /\d{16}|\d[eE]/;
/** An escape may spell any of them. */
const MAY_BE_BANNED = /__proto__|constructor|prototype|\\u/;
const BANNED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Without the keys `__proto__`, `constructor` and `prototype` [W6]; `JSON.stringify` gives lossless numbers back.
 * @throws where the text is no JSON
 */
export function parseExact(text: string): unknown {
  if (!MAY_BE_LOST.test(text) && !MAY_BE_BANNED.test(text)) return JSON.parse(text);
  return RAW.parse(text, (key, value, { source }) => {
    // Of an object's key this takes it out; no index of an array is among them.
    if (BANNED.has(key)) return undefined;
    return typeof value === 'number' && source !== undefined && isLost(value, source)
      ? RAW.rawJSON(source)
      : value;
  });
}

/** Decimals are measures, and may be rounded; a whole number may be an id. */
function isLost(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return true;
  return !Number.isSafeInteger(value) && /^-?\d+$/.test(source);
}

/** The number as it was written, or null where the value is no number. */
export function writtenNumber(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return RAW.isRawJSON(value) ? (value as { readonly rawJSON: string }).rawJSON : null;
}
