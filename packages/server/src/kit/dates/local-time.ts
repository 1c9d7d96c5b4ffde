/** Local days of a time zone as instants, daylight saving included. */
const MINUTE_MS = 60_000;

/** Tells local time from instants; all instants are milliseconds since the epoch. */
export interface LocalTime {
  /** `YYYY-MM-DD hh:mm:ss` */
  at(instant: number): string;
  /** Local less UTC, in milliseconds. */
  offset(instant: number): number;
  /** The first instant of a day, `YYYY-MM-DD`, also where the clock skips midnight. */
  startOfDay(day: string): number;
}

/** @param timeZone as `Intl` takes it */
export function createLocalTime(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const at = (instant: number): string => format.format(instant).replace(', ', ' ');
  const offset = (instant: number): number => Date.parse(`${at(instant).replace(' ', 'T')}Z`) - instant;
  return {
    at,
    offset,
    startOfDay(day) {
      const utc = Date.parse(`${day}T00:00:00Z`);
      // The offset in force is one of those half a day around; the earliest instant of the day is wanted.
      const guesses = [utc - offset(utc - 12 * 60 * MINUTE_MS), utc - offset(utc + 12 * 60 * MINUTE_MS)];
      const starts = guesses.filter(
        (guess) => at(guess).startsWith(day) && !at(guess - 1000).startsWith(day),
      );
      return starts.length > 0 ? Math.min(...starts) : firstInstantOf(day, Math.min(...guesses), at);
    },
  };
}

/** Where the clock jumps over midnight, the day begins later than its zero hour. */
function firstInstantOf(day: string, guess: number, at: LocalTime['at']): number {
  let instant = guess - 3 * 60 * MINUTE_MS;
  while (at(instant) < day) instant += MINUTE_MS;
  return instant;
}
