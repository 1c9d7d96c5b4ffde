/** Checks one part of a request against its schema and says what is wrong in the API's error shape. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import type { z } from 'zod';
import { problems, type Problem } from '../../kit/problem.ts';

type Issue = z.core.$ZodIssue;

export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Problem };

/** Where no schema is declared nothing is handed on. */
export async function check(schema: z.ZodType | undefined, given: unknown): Promise<Checked> {
  if (!schema) return { ok: true, value: undefined };
  // A body that was not sent is told field by field, like an empty one.
  const input = given ?? {};
  const result = await schema.safeParseAsync(input);
  if (result.success) return { ok: true, value: result.data };
  const [first, ...rest] = result.error.issues.map((issue) => toItem(issue, input));
  if (!first) throw new Error('a schema refused its input without an issue');
  return { ok: false, refusal: problems([first, ...rest]) };
}

function toItem(issue: Issue, input: unknown): ApiErrorItem {
  const location = issue.path.map(String).join('.');
  const missing = issue.code !== 'unrecognized_keys' && valueAt(input, issue.path) === undefined;
  return {
    error_type: missing ? 'missing_parameter' : 'invalid_parameter',
    message: missing ? `"${location}" is missing.` : message(issue, location),
    ...(location === '' ? {} : { location }),
  };
}

function message(issue: Issue, location: string): string {
  const why = issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
  return location === '' ? why : `Wrong value of "${location}". ${why}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
