/** Days of the calendar as `YYYY-MM-DD`, which compare as they follow each other. Pure. */
export const DAY_MS = 86_400_000;

/** @param at milliseconds since the epoch @returns the day that it is in UTC */
export const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** @returns milliseconds since the epoch; NaN where the calendar has no such day */
export const startOfUtcDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whether the calendar has it: 2026-02-30 is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const start = startOfUtcDay(text);
  return !Number.isNaN(start) && utcDay(start) === text;
}

/** @returns the day so many days later; earlier where `days` is below 0 */
export const daysLater = (day: string, days: number): string => utcDay(startOfUtcDay(day) + days * DAY_MS);
