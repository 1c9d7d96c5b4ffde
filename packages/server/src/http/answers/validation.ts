/** Checks one part of a request against its schema and says what is wrong in the API's error shape. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import type { z } from 'zod';
import { problems, type Problem } from '../../kit/problem.ts';
import { readBy, type SchemaFault } from '../../kit/schemas/issues.ts';

export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Problem };

/** Where no schema is declared nothing is handed on. */
export async function check(schema: z.ZodType | undefined, given: unknown): Promise<Checked> {
  if (!schema) return { ok: true, value: undefined };
  // A body that was not sent is told field by field, like an empty one.
  const input = given ?? {};
  const read = await readBy(schema, input);
  if (read.success) return { ok: true, value: read.data };
  const [first, ...rest] = read.faults;
  return { ok: false, refusal: problems([toItem(first, input), ...rest.map((one) => toItem(one, input))]) };
}

function toItem({ path, why, isUnknownField }: SchemaFault, input: unknown): ApiErrorItem {
  const location = path.map(String).join('.');
  const missing = !isUnknownField && valueAt(input, path) === undefined;
  return {
    error_type: missing ? 'missing_parameter' : 'invalid_parameter',
    message: missing ? `"${location}" is missing.` : message(why, location),
    ...(location === '' ? {} : { location }),
  };
}

const message = (why: string, location: string): string =>
  location === '' ? `Wrong value: ${why}.` : `Wrong value of "${location}": ${why}.`;

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
