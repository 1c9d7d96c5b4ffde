/** Reads a parameter that holds JSON of the contract's shape, and says which place of it is wrong. */
import type { z } from 'zod';
import { problem, problemsIn, type Problem } from '../../kit/problem.ts';
import { readNowBy } from '../../kit/schemas/issues.ts';

/** As much as ten steps with long filters take. */
const MAX_JSON = 50_000;
const MAX_FAULTS = 5;

export function readJson<T>(text: string, location: string, schema: z.ZodType<T>): T | Problem {
  const refuse = (why: string): Problem => problem('invalid_parameter', `${location}: ${why}`, location);
  if (text.length > MAX_JSON) return refuse(`at most ${MAX_JSON} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return refuse('not JSON');
  }
  const read = readNowBy(schema, value);
  if (read.success) return read.data;
  const items = read.faults.slice(0, MAX_FAULTS).map(({ path, why }) => {
    const place = [location, ...path].join('.');
    return { error_type: 'invalid_parameter', message: `${place}: ${why}`, location: place } as const;
  });
  return problemsIn(items) ?? refuse('not understood');
}
