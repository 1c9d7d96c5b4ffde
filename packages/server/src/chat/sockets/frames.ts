/** Reads frames: JSON text into one of the contract's, or the reason why not; limits their rate. */
import { MAX_FRAME_BYTES, type ChatRefusalReason } from '@goalpost/contract/chat';
import type { z } from 'zod';
import { hasNul } from '../../kit/json/json-nul.ts';
import type { BucketLimits } from '../../kit/limits/token-bucket.ts';

/** Of a visitor's tab. */
export const FRAME_LIMITS: BucketLimits = { perSecond: 30, atOnce: 90, abuse: 2_000, abuseMs: 10_000 };

/** Of a console: staff, or a program of theirs that answers for many. */
export const OPERATOR_LIMITS: BucketLimits = { perSecond: 200, atOnce: 400, abuse: 5_000, abuseMs: 10_000 };

export type Parsed<T> =
  | { readonly ok: true; readonly frame: T }
  | { readonly ok: false; readonly reason: ChatRefusalReason; readonly key: string | null };

export function parseFrame<T>(schema: z.ZodType<T>, text: string): Parsed<T> {
  if (text.length > MAX_FRAME_BYTES) return { ok: false, reason: 'too_long', key: keyIn(text) };
  const value = readJson(text);
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, frame: result.data };
  const reason = reasonOf(value, result.error.issues);
  return { ok: false, reason, key: keyIn(text) };
}

function reasonOf(value: unknown, issues: readonly z.core.$ZodIssue[]): ChatRefusalReason {
  const { type, version } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (type === 'hello' && version !== undefined && issues.some(({ path }) => path[0] === 'version'))
    return 'version';
  return flattened(issues).some(({ code, path }) => code === 'too_big' && path[0] === 'text')
    ? 'too_long'
    : 'malformed';
}

/** Issues, also those of a union's alternatives. */
function flattened(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  return issues.flatMap((issue) =>
    issue.code === 'invalid_union'
      ? issue.errors.flat().map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
      : [issue],
  );
}

function readJson(text: string): unknown {
  if (hasNul(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const KEY = /"key"\s*:\s*"([\w.:-]{8,64})"/;

/** The message's key without reading the frame: so that its sender knows which one was refused. */
export function keyIn(text: string): string | null {
  return KEY.exec(text.slice(0, 512))?.[1] ?? null;
}
