/** Tries again what a store could not do, for as long as it takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { JournalUnavailable } from '../journal/journal.ts';
import { OlapTimeout, OlapUnavailable } from '../../kit/olap.ts';

/** The server is stopping; what was under way is done again at the next start. */
export class Stopped extends Error {}

export interface RetryOptions {
  readonly signal: AbortSignal;
  /** False: thrown on. */
  again(error: unknown, attempt: number): boolean;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 15_000;

/** @throws Stopped when the signal is aborted */
export async function retrying<T>(action: () => Promise<T>, { signal, again }: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    if (signal.aborted) throw new Stopped();
    try {
      return await action();
    } catch (error) {
      if (signal.aborted) throw new Stopped();
      if (!again(error, attempt)) throw error;
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** A store, or the journal that takes the settings of a goal just made, is away for a while. */
export function isAway(error: unknown): boolean {
  return (
    error instanceof OlapUnavailable || error instanceof OlapTimeout || error instanceof JournalUnavailable
  );
}

/** A mistake in the program, which no waiting cures. */
export function isBug(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  );
}

/** A store's or the system's fault, which passes: the system and the database drivers say a code. */
export function isElsewhere(error: unknown): boolean {
  if (isAway(error)) return true;
  return error instanceof Error && !isBug(error) && 'code' in error && typeof error.code === 'string';
}
