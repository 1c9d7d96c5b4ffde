/** When a letter is due: pure. */
import type { Unmailed } from './port.ts';

/** What is older is not mailed any more, e.g. when a server that was long without e-mail is given it. */
export const HORIZON_MS = 3 * 24 * 3_600_000;
/** After a start, for browsers to come back. */
const RETURN_MS = 2 * 60_000;
/** How long an operator may be about to answer. */
const UNREAD_MS = 60_000;
/** Between letters about the same conversation to the team. */
const SPACING_MS = 5 * 60_000;

export interface AnswerTimes {
  /** When the oldest message that no letter holds was written. */
  readonly firstAt: number;
  /** When the visitor was last seen connected; null: not since the start. */
  readonly lastSeen: number | null;
  readonly startedAt: number;
  /** What the owner set. */
  readonly answerAfterMs: number;
}

/** A visitor who is not there is mailed at this moment, if they do not come back before. */
export function answerDueAt({ firstAt, lastSeen, startedAt, answerAfterMs }: AnswerTimes): number {
  return Math.max(
    Math.max(firstAt, lastSeen ?? 0) + answerAfterMs,
    startedAt + Math.min(answerAfterMs, RETURN_MS),
  );
}

/** @param online whether an operator is online now, of the department whose conversation it is */
export function teamIsDue(waiting: Unmailed, online: boolean, now: number): boolean {
  const { offline, mailedSeq, mailedAt, firstAt, lastSeq, readByOperator } = waiting;
  // What was left while all operators were away is mailed, even if one comes then.
  if (offline && mailedSeq === 0) return true;
  if (online || lastSeq <= readByOperator) return false;
  return now - firstAt >= UNREAD_MS && (mailedAt === null || now - mailedAt >= SPACING_MS);
}
