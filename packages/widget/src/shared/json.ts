/** JSON as the page's values are, not as its scripts have bent it. */
import { guard } from './guard.ts';

const { stringify, parse } = guard(() => JSON)() ?? ({} as JSON);

/** Undefined for what JSON has no form for, such as an object that contains itself. */
export const toJson = guard((value: unknown): string => {
  // Prototype.js puts it there, and arrays then arrive as strings.
  const list = Array.prototype as { toJSON?: unknown };
  const bent = list.toJSON;
  delete list.toJSON;
  try {
    return stringify(value);
  } finally {
    if (bent) list.toJSON = bent;
  }
});

/** Undefined for what is no JSON. */
export const fromJson = guard((text: string): unknown => parse(text));
