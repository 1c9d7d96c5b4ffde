/** Whether somebody works at a moment, by the hours that the owner set. */
import type { HoursSpan, WorkingHours } from '@goalpost/contract';
import { LRUCache } from 'lru-cache';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Whether it is within the hours; null: always. Hours that end before they begin go over midnight and belong to
 * the day they begin. A time zone that is none never closes.
 */
export type IsWorking = (hours: WorkingHours | null, now: number) => boolean;

/** Clocks of so many time zones are kept: to make one takes far longer than to read it. */
const MAX_CLOCKS = 500;

export function createWorkingHours(): IsWorking {
  const clocks = new LRUCache<string, Intl.DateTimeFormat>({ max: MAX_CLOCKS });
  function clockOf(timeZone: string): Intl.DateTimeFormat | null {
    const known = clocks.get(timeZone) ?? newClock(timeZone);
    if (known !== null) clocks.set(timeZone, known);
    return known;
  }
  return (hours, now) => {
    const clock = hours === null ? null : clockOf(hours.timeZone);
    if (hours === null || clock === null) return true;
    const local = localTime(clock, now);
    return hours.spans.some((span) => isWithin(span, local));
  };
}

function isWithin({ days, from, to }: HoursSpan, { day, time }: LocalTime): boolean {
  const on = (which: number) => days.includes(((which + 6) % 7) + 1);
  if (from <= to) return on(day) && time >= from && time < to;
  return (on(day) && time >= from) || (on(day - 1) && time < to);
}

interface LocalTime {
  /** 1 is Monday. */
  readonly day: number;
  /** `HH:MM` */
  readonly time: string;
}

/** Null: no such time zone. */
function newClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return null;
  }
}

function localTime(clock: Intl.DateTimeFormat, now: number): LocalTime {
  const parts = clock.formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: DAYS.indexOf(part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` };
}
