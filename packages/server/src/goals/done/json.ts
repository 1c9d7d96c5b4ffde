/** JSON of hits as goals read it: whole numbers that no double holds become texts. */

/** A long number where a value can stand; within a text this breaks the JSON, which is then read as it is. */
const LONG_NUMBER = /([:[,])(-?\d{16,})(?=[,}\]])/g;

/** Null where the text is no JSON. */
export function readJson(text: string): unknown {
  return (
    (/\d{16}/.test(text) ? parse(text.replaceAll(LONG_NUMBER, '$1"$2"')) : undefined) ?? parse(text) ?? null
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, or a number as it is written; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
