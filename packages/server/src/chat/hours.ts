/** Whether somebody works at a moment, by the hours that the owner set. */
import type { HoursSpan, WorkingHours } from '@goalpost/contract';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** @param hours null: always. Hours that end before they begin go over midnight and belong to the day they begin */
export function isWorking(hours: WorkingHours | null, now: number): boolean {
  if (hours === null) return true;
  const local = localTime(hours.timeZone, now);
  if (local === null) return true;
  return hours.spans.some((span) => isWithin(span, local));
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
function localTime(timeZone: string, now: number): LocalTime | null {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(now);
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
    return { day: DAYS.indexOf(part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` };
  } catch {
    return null;
  }
}
