/** Whether a moment is within the working hours that the owner set. */
import type { HoursSpan, WorkingHours } from '@goalpost/contract/chat';
import { LRUCache } from 'lru-cache';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Whether it is within the hours; null: always. Hours that end before they begin go over midnight and belong to
 * the day they begin; that end when they begin, are the whole day. A time zone that is none never closes.
 */
export type IsWorking = (hours: WorkingHours | null, now: number) => boolean;

/** Clocks of so many time zones are kept: to make one takes far longer than to read it. */
const MAX_CLOCKS = 500;
const MINUTE_MS = 60_000;

type Clock = (now: number) => LocalTime;

export function createWorkingHours(): IsWorking {
  const clocks = new LRUCache<string, Clock>({ max: MAX_CLOCKS });
  function clockOf(timeZone: string): Clock | null {
    const known = clocks.get(timeZone) ?? newClock(timeZone);
    if (known !== null) clocks.set(timeZone, known);
    return known;
  }
  return (hours, now) => {
    if (hours === null) return true;
    const local = clockOf(hours.timeZone)?.(now);
    return local === undefined || hours.spans.some((span) => isWithin(span, local));
  };
}

function isWithin({ days, from, to }: HoursSpan, { day, time }: LocalTime): boolean {
  const on = (which: number) => days.includes(((which + 6) % 7) + 1);
  if (from === to) return on(day);
  if (from < to) return on(day) && time >= from && time < to;
  return (on(day) && time >= from) || (on(day - 1) && time < to);
}

interface LocalTime {
  /** 1 is Monday. */
  readonly day: number;
  /** `HH:MM` */
  readonly time: string;
}

/** Reads it once a minute: many departments share a time zone, and ask for each message. Null: no such zone. */
function newClock(timeZone: string): Clock | null {
  const format = formatOf(timeZone);
  if (format === null) return null;
  let read: { readonly minute: number; readonly local: LocalTime } | null = null;
  return (now) => {
    const minute = Math.floor(now / MINUTE_MS);
    if (read?.minute !== minute) read = { minute, local: localTime(format, now) };
    return read.local;
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
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

function localTime(format: Intl.DateTimeFormat, now: number): LocalTime {
  const parts = format.formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: DAYS.indexOf(part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` };
}
