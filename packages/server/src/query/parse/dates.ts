/** Days of the calendar as `YYYY-MM-DD`, and the words that requests may use for them. */
import { DAY_MS, daysLater, isCalendarDay, startOfUtcDay } from '../../kit/dates/calendar-day.ts';

const FIRST_DAY = '1970-01-01';
const LAST_DAY = '2105-12-31';

/** A day as a request says it: fixed, or so many days before today. */
export type DaySpec = { readonly day: string } | { readonly daysAgo: number };

/** @returns null if it is no day between FIRST_DAY and LAST_DAY */
export function readDay(text: string): DaySpec | null {
  if (text === 'today') return { daysAgo: 0 };
  if (text === 'yesterday') return { daysAgo: 1 };
  const ago = /^(\d{1,5})daysAgo$/.exec(text);
  if (ago !== null) return { daysAgo: Number(ago[1]) };
  return isDay(text) ? { day: text } : null;
}

export function isDay(text: string): boolean {
  return isCalendarDay(text) && text >= FIRST_DAY && text <= LAST_DAY;
}

/** @param today as it is in the report's time zone */
export function resolveDay(spec: DaySpec, today: string): string {
  return 'day' in spec ? spec.day : addDays(today, -spec.daysAgo);
}

/** Stays within FIRST_DAY and LAST_DAY, which is all that the store's days can hold. */
export function addDays(day: string, days: number): string {
  const moved = daysLater(day, days);
  if (moved < FIRST_DAY) return FIRST_DAY;
  return moved > LAST_DAY ? LAST_DAY : moved;
}

/** Days from one to the other, both counted. */
export function daysBetween(from: string, to: string): number {
  return (startOfUtcDay(to) - startOfUtcDay(from)) / DAY_MS + 1;
}
