/** An error as plain data: threads copy its text, but not its class and code, by which retries decide. */
import { isBug, isElsewhere } from '../run/passing-faults.ts';

export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  readonly kind: 'bug' | 'elsewhere' | 'other';
  /** Of the system or a driver; null: it has none. */
  readonly code: string | null;
}

export function toSent(error: unknown): SentError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const kind = isBug(error) ? 'bug' : isElsewhere(error) ? 'elsewhere' : 'other';
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return { message, stack, kind, code: hasCode ? String(error.code) : null };
}

/** What the store or the journal says without a code when it is away. */
const AWAY = 'AWAY';

/** Retries decide on it as on the error itself. */
export function fromSent({ message, stack, kind, code }: SentError): Error {
  const error = kind === 'bug' ? new TypeError(message) : new Error(message);
  if (stack !== undefined) error.stack = stack;
  const its = code ?? (kind === 'elsewhere' ? AWAY : null);
  return its === null ? error : Object.assign(error, { code: its });
}
