/** Which faults of processing pass by themselves, so that trying again helps. */
import { OlapTimeout, OlapUnavailable } from '../../kit/olap.ts';
import { JournalUnavailable } from '../journal/journal.ts';

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
