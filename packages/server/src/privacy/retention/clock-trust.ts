/** Whether what removes data may believe the clock: after a jump ahead, it has to hold for a day [P17]. Pure. */
import { DAY_MS } from '../../kit/dates/calendar-day.ts';

/** A server that stood still over a weekend is not told from a clock that is wrong: it waits, too. */
const JUMP_MS = 2 * DAY_MS;
const HOLDS_MS = DAY_MS;

/** What a node knows of its clock over restarts, in milliseconds since the epoch. */
export interface ClockSeen {
  /** The latest time that was believed. */
  readonly at: number;
  /** When it was first seen to be far ahead of that; null: it is believed. */
  readonly doubtedSince: number | null;
}

export interface ClockMemory {
  read(): Promise<ClockSeen | null>;
  write(seen: ClockSeen): Promise<void>;
}

/** A clock that went back is believed at once: what it removes is less. */
export function lookAtClock(seen: ClockSeen | null, now: number): ClockSeen {
  if (seen === null || now <= seen.at + JUMP_MS) return { at: now, doubtedSince: null };
  const since = seen.doubtedSince;
  // A second jump is doubted again.
  if (since === null || now < since || now > since + HOLDS_MS + JUMP_MS)
    return { at: seen.at, doubtedSince: now };
  return now >= since + HOLDS_MS ? { at: now, doubtedSince: null } : seen;
}
