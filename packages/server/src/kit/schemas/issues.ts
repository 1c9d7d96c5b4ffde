/** Checks a value by a schema and tells each fault at its own place, also within one of several forms. */
import { z } from 'zod';
import { inPlainWords } from './words.ts';

/** One fault: where it is, and why, without a full stop. */
export interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly why: string;
  /** A field that is not known is a fault of what holds it, which is there. */
  readonly isUnknownField: boolean;
}

export type Read<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly faults: readonly [SchemaFault, ...SchemaFault[]] };

type Issue = z.core.$ZodIssue;

export async function readBy<T>(schema: z.ZodType<T>, given: unknown): Promise<Read<T>> {
  return readingOf(await schema.safeParseAsync(given, { error: inPlainWords }));
}

export function readNowBy<T>(schema: z.ZodType<T>, given: unknown): Read<T> {
  return readingOf(schema.safeParse(given, { error: inPlainWords }));
}

function readingOf<T>(result: z.ZodSafeParseResult<T>): Read<T> {
  if (result.success) return { success: true, data: result.data };
  const [first, ...rest] = result.error.issues.flatMap((issue) => faultsOf(issue, []));
  if (first === undefined) throw new Error('a schema refused its input without an issue');
  return { success: false, faults: [first, ...rest] };
}

function faultsOf(issue: Issue, before: readonly PropertyKey[]): SchemaFault[] {
  const path = [...before, ...issue.path];
  const within = issue.code === 'invalid_union' ? meant(issue.errors) : null;
  if (within !== null) return within.flatMap((one) => faultsOf(one, path));
  return [{ path, why: withoutStop(issue.message), isUnknownField: issue.code === 'unrecognized_keys' }];
}

/** The form that the value is probably meant to have: the only one whose type it has. */
function meant(forms: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const [only, ...more] = forms.filter((issues) => !issues.some(isOfAnotherKind));
  return only === undefined || more.length > 0 ? null : only;
}

const isOfAnotherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

const withoutStop = (text: string): string => (text.endsWith('.') ? text.slice(0, -1) : text);
